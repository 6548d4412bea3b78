/** An event in a few words: what of it a person looks for first. */
import { VOLUME_FIELDS } from '@wellpulse/contracts';
import { formatVolume, PRODUCT_NAMES, UNITS } from '@wellpulse/ui';
import { z } from 'zod';
import { fieldName } from '../../lib/words.ts';

const volume = z.number().nullish();
const productionSchema = z.object({
  productionDate: z.string(),
  oilVolume: volume,
  gasVolume: volume,
  waterVolume: volume,
});
const commentSchema = z.object({ comment: z.string().nullable() });

const productEntries = [
  ['OIL', VOLUME_FIELDS.OIL],
  ['GAS', VOLUME_FIELDS.GAS],
  ['WATER', VOLUME_FIELDS.WATER],
] as const;

/** "oil 44.1 bbl · gas 12.0 MCF" for an entry, the fields' names for other changes; empty where there is no more to say. */
export function eventSummary(eventType: string, payload: unknown): string {
  if (eventType.startsWith('PRODUCTION_')) return productionSummary(payload);
  if (eventType === 'ALERT_ACKNOWLEDGED') return commentSchema.safeParse(payload).data?.comment ?? '';
  if (eventType.endsWith('_UPDATED') && typeof payload === 'object' && payload !== null) {
    return Object.keys(payload)
      .map((field) => fieldName(field).toLowerCase())
      .join(', ');
  }
  return '';
}

function productionSummary(payload: unknown): string {
  const parsed = productionSchema.safeParse(payload);
  if (!parsed.success) return '';
  return productEntries
    .flatMap(([product, field]) => {
      const value = parsed.data[field];
      return value === undefined || value === null
        ? []
        : [`${PRODUCT_NAMES[product].toLowerCase()} ${formatVolume(value)} ${UNITS[product]}`];
    })
    .join(' · ');
}

/** The day that an entry is of; null for other events. */
export const dayOfEvent = (payload: unknown): string | null =>
  productionSchema.safeParse(payload).data?.productionDate ?? null;
