/**
 * A pull that begins anew beside the rows that are there. They go on being shown until it is complete; then those are dropped
 * that did not come again.
 */
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { RECORD_TABLES } from '../database/record-tables.ts';
import { recordKey } from '../events/device-events.ts';
import type { ReceivedChange } from '../protocol/tolerant-reader.ts';

const ANEW = 'pull_anew';

export async function beginPullAnew(db: Db): Promise<void> {
  await db.updateTable('users').set({ cursor: null }).execute();
  await db.deleteFrom('pulled_records').execute();
  await db
    .insertInto('meta')
    .values({ key: ANEW, value: '1' })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const isPullAnew = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('meta').where('key', '=', ANEW).select('key').executeTakeFirst()) !== undefined;

/** Remembers what a page of such a pull brought. */
export async function recordPulled(db: Db, changes: readonly ReceivedChange[]): Promise<void> {
  if (!(await isPullAnew(db))) return;
  await sql`
    insert or ignore into pulled_records (entity, id)
    select change.value ->> 'entity', change.value ->> 'id' from json_each(${JSON.stringify(changes)}) as change`.execute(
    db,
  );
}

/** Ends such a pull. Gives the records whose server row is gone, as `recordKey` writes them; they have to be projected anew. */
export async function endPullAnew(db: Db): Promise<string[]> {
  if (!(await isPullAnew(db))) return [];
  const keys: string[] = [];
  for (const [entity, { table, ofRecord }] of Object.entries(RECORD_TABLES)) {
    const column = ofRecord?.column ?? 'key';
    const { rows } = await sql<{ record: string }>`
      update ${sql.table(table)} set server_row = null, server_version = 0
      where server_row is not null
        and server_id not in (select id from pulled_records where entity = ${entity})
      returning ${sql.ref(column)} as record`.execute(db);
    await sql`delete from ${sql.table(table)} where server_row is null and local_row is null`.execute(db);
    if (ofRecord !== undefined) {
      keys.push(...rows.map(({ record }) => recordKey({ kind: ofRecord.kind, key: record })));
    }
  }
  await db.deleteFrom('pulled_records').execute();
  await db.deleteFrom('meta').where('key', '=', ANEW).execute();
  return keys;
}
