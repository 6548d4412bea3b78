import { PRODUCTION_VALUE_NAMES } from '@wellpulse/contracts';
import { memoryDraftStorage } from '../drafts/memory-draft-storage.ts';
import type { EntryStore } from '../saving/entry-store.ts';
import { EntryDesk, type KnownDay } from './entry-desk.ts';
import { EntryDrafts } from './entry-drafts.ts';
import { inputText, type VolumesText } from './entry-text.ts';

/** What was typed belongs to the refused entry, which is kept for good: these drafts need no place and no person. */
const NOBODY = { tenantId: '', userId: '' };

/**
 * A desk for a reading that was refused: its boxes hold what was typed. `store` saves the day in place of the refused entry, and `payload` is
 * that of the entry.
 *
 * @example
 * const desk = reentryDesk(refused.storeInPlaceOf(eventId), known, line.payload);
 */
export function reentryDesk<Photo>(
  store: EntryStore<Photo>,
  known: KnownDay,
  payload: Readonly<Record<string, unknown>>,
): EntryDesk<Photo> {
  const desk = new EntryDesk(new EntryDrafts(memoryDraftStorage(), NOBODY), store);
  desk.type(known, typedOf(payload));
  return desk;
}

const typedOf = (payload: Readonly<Record<string, unknown>>): Partial<VolumesText> =>
  Object.fromEntries(
    PRODUCTION_VALUE_NAMES.flatMap((field) => {
      const value = payload[field];
      return typeof value === 'number' || typeof value === 'string' ? [[field, inputText(value)]] : [];
    }),
  );
