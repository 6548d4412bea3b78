/** What a device keeps on its disk beside the data: nothing that was broken off, and the ballast again once there is room. */
import type { Check } from './check.ts';

export const checkRoom: Check = ({ devices }) =>
  devices.flatMap(({ name, disk }) => [
    ...disk.leftovers.map((left) => `${name}: ${left} was left by a program that is no more`),
    ...(disk.room.hasBallast ? [] : [`${name}: there is room, and the ballast was not made again`]),
  ]);
