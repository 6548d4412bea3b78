import { formatVolumeExact, NO_VALUE } from '@wellpulse/ui';

const VOLUMES = new Set(['oilVolume', 'gasVolume', 'waterVolume']);

/** A value of a record as the log holds it, as people read it. */
export function fieldValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return NO_VALUE;
  if (typeof value === 'number') return VOLUMES.has(field) ? formatVolumeExact(value) : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return String(value);
  return JSON.stringify(value);
}
