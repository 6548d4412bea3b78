/**
 * Where the demo's operators stood when they made their entries: mostly beside the well, now and then in the truck down
 * the road. Some don't share their position: GPS is opt-in.
 */
import type { Location } from '@wellpulse/contracts';
import { distanceFeet } from '@wellpulse/domain';
import { Random } from './random.ts';

interface Place {
  readonly latitude?: number | null | undefined;
  readonly longitude?: number | null | undefined;
}

const SHARED = 4 / 5;
const IN_THE_TRUCK = 1 / 10;
const FEET_PER_DEGREE = 364_826;

/** Null for a well without a position, and where none was shared. */
export function demoLocation(
  seed: number,
  { latitude, longitude }: Place,
  capturedAt: Date,
): Location | null {
  const random = new Random(seed);
  if (random.next() > SHARED) return null;
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  const feet = random.next() < IN_THE_TRUCK ? random.between(600, 1_800) : random.between(15, 240);
  const angle = random.between(0, 2 * Math.PI);
  const squeeze = Math.cos((latitude * Math.PI) / 180);
  const here = {
    latitude: latitude + (feet * Math.cos(angle)) / FEET_PER_DEGREE,
    longitude: longitude + (feet * Math.sin(angle)) / FEET_PER_DEGREE / squeeze,
  };
  return {
    ...here,
    accuracyFeet: Math.round(random.between(10, 45)),
    capturedAt: capturedAt.toISOString(),
    distanceFeet: Math.round(distanceFeet(here, { latitude, longitude })),
  };
}
