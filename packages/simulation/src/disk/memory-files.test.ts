import { describePhotoFiles } from '@wellpulse/offline/testing';
import type { DiskFaults } from './disk-faults.ts';
import { MemoryFiles } from './memory-files.ts';
import { Room } from './room.ts';

const nothing = (): undefined => undefined;
const NO_FAULTS: DiskFaults = { before: nothing, after: nothing, beforeNaming: nothing };
const disks = new Map<string, MemoryFiles>();

describePhotoFiles(
  'the disk of the simulation',
  (place) => {
    const disk = disks.get(place) ?? new MemoryFiles(new Room());
    disks.set(place, disk);
    return disk.open(NO_FAULTS);
  },
  () => String(disks.size),
);
