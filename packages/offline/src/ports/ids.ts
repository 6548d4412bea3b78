import { v7 as uuidV7 } from 'uuid';
import type { Clock } from './clock.ts';

/**
 * A new UUID, version 7.
 *
 * @example
 * const itemId = newId(clock);
 */
export const newId = (clock: Clock): string => uuidV7({ msecs: clock.now(), random: clock.random(16) });

export const instantOf = (milliseconds: number): string => new Date(milliseconds).toISOString();
