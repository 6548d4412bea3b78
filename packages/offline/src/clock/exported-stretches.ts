/** Stretches of clocks travel with a file: the sender of its entries works out when they were made. */
import type { Db } from '../database/kysely-on.ts';
import type { ExportedStretch } from '../export-file/export-file.ts';
import type { Clock } from '../ports/clock.ts';
import { lookAtClock, toStretch } from './stretches.ts';

/** All of this device, and of those whose files it has taken. */
export async function exportStretches(
  db: Db,
  device: { readonly device_id: string },
  clock: Clock,
): Promise<ExportedStretch[]> {
  await lookAtClock(db, clock);
  const rows = await db
    .selectFrom('clock_stretches')
    // One look through the log: an index for it would cost every entry a page.
    .leftJoin(
      (log) =>
        log
          .selectFrom('event_log')
          .select(({ fn }) => [
            'stretch_id',
            fn.min('device_sequence').as('from'),
            fn.max('device_sequence').as('to'),
          ])
          .groupBy('stretch_id')
          .as('saved'),
      (join) => join.onRef('saved.stretch_id', '=', 'clock_stretches.id'),
    )
    .selectAll('clock_stretches')
    .select(['saved.from', 'saved.to'])
    .orderBy('clock_stretches.number')
    .execute();
  return rows.map(({ from, to, ...row }) => ({
    ...toStretch(row),
    deviceId: row.device_id ?? device.device_id,
    sequences: from === null || to === null ? null : [from, to],
  }));
}

/** The stretch in which an event of the file was saved; null where the file does not say. */
export const stretchIn = (
  stretches: readonly ExportedStretch[],
  { deviceId, deviceSequence }: { readonly deviceId: string; readonly deviceSequence: number },
): string | null =>
  stretches.find(
    ({ deviceId: maker, sequences }) =>
      maker === deviceId &&
      sequences !== null &&
      sequences[0] <= deviceSequence &&
      deviceSequence <= sequences[1],
  )?.id ?? null;

/** Those that are known already, as of a file that came before, have gone on since. What is this device's own stays as it is here. */
export async function keepStretches(db: Db, stretches: readonly ExportedStretch[]): Promise<void> {
  for (const { id, deviceId, boot, lead, first, last, anchor } of stretches) {
    const later = {
      lead,
      last_wall: last,
      anchor_wall: anchor?.wall ?? null,
      anchor_server: anchor?.server ?? null,
    };
    await db
      .insertInto('clock_stretches')
      // Nobody goes on with a foreign stretch by its monotonic clock.
      .values({ id, device_id: deviceId, boot, first_wall: first, last_monotonic: 0, ...later })
      .onConflict((conflict) =>
        conflict.column('id').doUpdateSet(later).where('clock_stretches.device_id', 'is not', null),
      )
      .execute();
  }
}
