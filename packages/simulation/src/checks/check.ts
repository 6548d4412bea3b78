/** One promise that has to hold when everything has come to rest. It returns what is wrong, in words; nothing if all is well. */
import type { World } from '../world/world.ts';

export type Check = (world: World) => Promise<readonly string[]> | readonly string[];
