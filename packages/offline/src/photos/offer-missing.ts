/**
 * Photos that a pulled record names as missing. The server had them once, and their bytes are gone from its storage: what this device still
 * holds is offered again (ADR 76).
 */
import { z } from 'zod';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import type { ReceivedChange } from '../protocol/tolerant-reader.ts';

const withPhotosSchema = z.object({ photos: z.array(z.object({ sha256: z.string(), state: z.string() })) });

export async function offerMissing(db: Db, changes: readonly ReceivedChange[]): Promise<void> {
  const missing = changes.flatMap(({ data }) => missingIn(data));
  if (missing.length === 0) return;
  await db
    .updateTable('photos')
    .set({ state: 'WAITING', needs_person: 0, next_retry_at: 0 })
    .where('state', '=', 'STORED')
    .where('path', 'is not', null)
    .where('sha256', 'in', anyOf(missing))
    .execute();
}

/** None of a record that names no photos, or in a way that this app does not know. */
const missingIn = (data: unknown): string[] =>
  (withPhotosSchema.safeParse(data).data?.photos ?? []).flatMap(({ sha256, state }) =>
    state === 'MISSING' ? sha256 : [],
  );
