/**
 * Fills an empty database with what can still be read of a damaged one. What people typed comes first, by SQLite where it still
 * reaches it and else from the pages themselves. Rows that mirror the server come as far as they can be read, so that work goes on;
 * the next pull makes them anew.
 */
import { deviceEventSchema } from '@wellpulse/contracts';
import type { Db } from '../database/kysely-on.ts';
import { kyselyOn } from '../database/kysely-on.ts';
import { migrate } from '../database/migrate.ts';
import { setMeta } from '../database/meta.ts';
import { rebuild } from '../local-projection/reproject.ts';
import { HELD_DAYS } from '../queries/held-days.ts';
import { beginPullAnew } from '../mirror/pull-anew.ts';
import type { DatabaseFile } from '../ports/database-file.ts';
import type { SqliteDriver, SqliteExecutor, SqlRow, SqlValue } from '../ports/sqlite.ts';
import { StorageError } from '../ports/storage-error.ts';
import { findDevice } from '../session/device-store.ts';
import { restoreIdentity } from '../session/identity-copy.ts';
import { projectionContext } from '../session/projection-context.ts';
import { DAMAGE, missingNumbers } from '../session/damage.ts';
import { readByNumber, readFromBothEnds } from './read-what-is-left.ts';
import { rowsOfPage } from './scan-pages.ts';
import { readableRow } from './readable-row.ts';
import { recognise, type ScannedRow } from './scanned-rows.ts';

/** Each with the column that it is ordered by. A file that an older app left has lost records by their ids. */
const OWN: readonly (readonly [table: string, key: string])[] = [
  ['device', 'id'],
  ['identity_copy', 'id'],
  ['users', 'id'],
  ['meta', 'key'],
  ['clock_stretches', 'number'],
  ['event_archive', 'event_id'],
  ['event_log', 'position'],
  ['sync_queue', 'event_id'],
  ['photos', 'photo_id'],
  ['drafts', 'form_key'],
  ['lost_records', 'number'],
  ['lost_records', 'id'],
];
const MIRRORS: readonly string[] = [
  'wells',
  'production_data',
  'equipment',
  'equipment_maintenance',
  'conflicts',
  'alerts',
];
const BY_NUMBER: readonly string[] = ['event_log', 'clock_stretches', 'lost_records'];

export async function fillFresh(
  fresh: SqliteDriver,
  damaged: SqliteExecutor,
  { file, at }: { readonly file: DatabaseFile; readonly at: string },
): Promise<void> {
  await migrate(fresh, at);
  await fresh.query('PRAGMA foreign_keys = OFF');
  await fresh.transaction(async (tx) => {
    for (const [table, key] of OWN) {
      const read = BY_NUMBER.includes(table) ? readByNumber : readFromBothEnds;
      await insertRows(tx, table, await read(damaged, table, key));
    }
    for (const table of MIRRORS) {
      await insertRows(tx, table, await readFromBothEnds(damaged, table, 'key'));
    }
    for await (const page of file.pages()) {
      for (const row of rowsOfPage(page)) await takeScanned(tx, recognise(row));
    }
    await settleDown(kyselyOn(tx), at);
  });
}

/** Takes those columns that the table has of its own. A row that it refuses is none of its rows; a disk that refuses ends the repair. */
async function insertRows(tx: SqliteExecutor, table: string, rows: readonly SqlRow[]): Promise<void> {
  const known = (await tx.query(`PRAGMA table_info(${table})`)).map(({ name }) => String(name));
  for (const found of rows) {
    const row = readableRow(table, found);
    if (row === null) continue;
    const columns = known.filter((column) => row[column] !== undefined);
    if (columns.length === 0) continue;
    await tx
      .execute(
        `INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
        // They came out of SQLite.
        columns.map((column) => row[column] as SqlValue),
      )
      .catch((error: unknown) => {
        if (isOfTheDisk(error)) throw error;
      });
  }
}

const isOfTheDisk = (error: unknown): boolean =>
  error instanceof StorageError || (error instanceof Error && /disk I\/O error/.test(error.message));

/** A row from a page is older than the same one from SQLite, or all that is left of it. */
async function takeScanned(tx: SqliteExecutor, row: ScannedRow | null): Promise<void> {
  if (row === null) return;
  const { table, values } = row;
  if (table === 'event_log') {
    const archived = await tx.query('SELECT 1 FROM event_archive WHERE event_id = ?', [values['id'] ?? null]);
    if (archived.length > 0 || !deviceEventSchema.safeParse(signedEvent(values)).success) return;
  }
  await insertRows(tx, table, [values]);
}

const signedEvent = ({ event, signature }: ScannedRow['values']): object => ({
  ...(JSON.parse(String(event)) as object),
  signature,
});

/** What follows from rows that are gone. */
async function settleDown(db: Db, at: string): Promise<void> {
  await db
    .insertInto('sync_queue')
    .columns(['event_id'])
    .expression(db.selectFrom('event_log').where('status', '=', 'PENDING').select('id'))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const pending = db.selectFrom('event_log').where('status', '=', 'PENDING').select('id');
  await db.deleteFrom('sync_queue').where('event_id', 'not in', pending).execute();
  const events = db.selectFrom('event_log').select('id');
  await db
    .updateTable('photos')
    .set({ event_id: null })
    .where('event_id', 'is not', null)
    .where('event_id', 'not in', events)
    .execute();
  // A device that lost rows of the mirror can't say of a day that nobody entered it.
  await db.deleteFrom('meta').where('key', '=', HELD_DAYS).execute();
  await restoreIdentity(db);
  await beginPullAnew(db);
  await showAgain(db);
  const device = await findDevice(db);
  if (device !== undefined) {
    await db
      .updateTable('device')
      .set({ last_sequence: Math.max(device.last_sequence, await highestNumber(db, device.device_id)) })
      .execute();
    await rebuild(db, await projectionContext(db));
  }
  await setMeta(db, DAMAGE, JSON.stringify({ at, missing: await missingNumbers(db) }));
}

/** Own entries that the mirror contained stand on the screen by themselves until a pull has brought it again. */
async function showAgain(db: Db): Promise<void> {
  for (const [kind, table] of [
    ['production', 'production_data'],
    ['equipment', 'equipment'],
  ] as const) {
    const held = db
      .selectFrom(table)
      .where('server_row', 'is not', null)
      .select((columns) => columns(columns.val(`${kind}|`), '||', columns.ref('key')).as('record'));
    await db
      .updateTable('event_log')
      .set({ mirror_state: 'AWAITED' })
      .where('mirror_state', '=', 'CONTAINED')
      .where('record_key', 'like', `${kind}|%`)
      .where('record_key', 'not in', held)
      .execute();
  }
}

async function highestNumber(db: Db, deviceId: string): Promise<number> {
  const numbers = ['event_log', 'event_archive'] as const;
  const rows = await Promise.all(
    numbers.map((table) =>
      db
        .selectFrom(table)
        .where('device_id', '=', deviceId)
        .select(({ fn }) => fn.max('device_sequence').as('highest'))
        .executeTakeFirst(),
    ),
  );
  return Math.max(0, ...rows.map((row) => row?.highest ?? 0));
}
