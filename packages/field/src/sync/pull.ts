/**
 * Pull: what changed on the server, page after page; each page and the place to go on from are one transaction. When all
 * pages are there, the mirror contains the events that were settled before.
 */
import { endpoints, syncEndpoints, type SyncChanges } from '@wellpulse/contracts';
import { anyOf } from '../database/any-of.ts';
import type { FieldDatabase } from '../database/field-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { foldContext } from '../fold/fold-context.ts';
import { refold } from '../fold/refold.ts';
import { applyChanges } from '../mirror/apply-changes.ts';
import { visibleRecords } from '../mirror/visible-records.ts';
import { giveUp } from './give-up.ts';
import { DONE, type LaneResult } from './lane.ts';
import type { SessionTokens } from './session-tokens.ts';
import { startOthersAnew } from './start-others-anew.ts';

const PAGE = 1000;
const TIMEOUT_MS = 60_000;

interface PullParts {
  readonly database: FieldDatabase;
  readonly tokens: SessionTokens;
}

export class Pull {
  readonly #parts: PullParts;
  /** Records that were not as the contracts say, since the app was started: a newer server, or a defect. */
  unreadable = 0;

  constructor(parts: PullParts) {
    this.#parts = parts;
  }

  async run(): Promise<LaneResult> {
    const { database, tokens } = this.#parts;
    const caller = await tokens.caller();
    if (!caller.ok) return giveUp(caller.failure);
    const { userId } = caller.value;
    await database.write(awaitSettled);
    for (;;) {
      const cursor = await database.read((db) => cursorOf(db, userId));
      const asked = await tokens.ask(
        syncEndpoints.changes,
        { query: { limit: String(PAGE), ...(cursor === null ? {} : { cursor }) } },
        // The cursor is this person's: nobody else may go on with it.
        { timeoutMs: TIMEOUT_MS, userId },
      );
      if (!asked.ok) return giveUp(asked.failure);
      await database.write((db) => this.#take(db, userId, asked.value));
      if (!asked.value.hasMore) break;
    }
    await this.#readSettings();
    return DONE;
  }

  async #take(db: Db, userId: string, page: SyncChanges): Promise<void> {
    await startOthersAnew(db, userId, page.changes);
    this.unreadable += await applyChanges(db, await foldContext(db), page.changes);
    await db.updateTable('users').set({ cursor: page.nextCursor }).where('id', '=', userId).execute();
    if (!page.hasMore) await contain(db, userId);
  }

  /** The tenant's thresholds and intervals. Old ones do for now if these don't come. */
  async #readSettings(): Promise<void> {
    const { database, tokens } = this.#parts;
    const asked = await tokens.ask(endpoints.tenant.getSettings, {}, { timeoutMs: TIMEOUT_MS });
    if (!asked.ok) return;
    const { name, timeZone } = asked.value;
    await database.write((db) =>
      db
        .updateTable('device')
        .set({ tenant_name: name, time_zone: timeZone, settings: JSON.stringify(asked.value) })
        .execute(),
    );
  }
}

const cursorOf = async (db: Db, userId: string): Promise<string | null> => {
  const row = await db.selectFrom('users').where('id', '=', userId).select('cursor').executeTakeFirst();
  return row?.cursor ?? null;
};

/** What is settled by now, this pull will bring. */
async function awaitSettled(db: Db): Promise<void> {
  await db
    .updateTable('event_log')
    .set({ mirror_state: 'AWAITED' })
    .where('mirror_state', '=', 'NOT_YET')
    .where('status', 'in', ['SYNCED', 'CONFLICT'])
    .execute();
}

/**
 * The mirror contains them now, and they don't lie on top any more: also those that an earlier pull brought before their
 * answer came. Of a record that this person may not see, nothing came: there the events of others stay until their own
 * pull.
 */
async function contain(db: Db, userId: string): Promise<void> {
  const awaited = await db
    .selectFrom('event_log')
    .where('mirror_state', '=', 'AWAITED')
    .where('user_id', '<>', userId)
    .select('record_key')
    .execute();
  const visible = await visibleRecords(
    db,
    userId,
    awaited.map(({ record_key: key }) => key),
  );
  const contained = await db
    .updateTable('event_log')
    .set({ mirror_state: 'CONTAINED' })
    .where((where) =>
      where.or([
        where('mirror_state', '=', 'SEEN'),
        where.and([
          where('mirror_state', '=', 'AWAITED'),
          where.or([where('user_id', '=', userId), where('record_key', 'in', anyOf(visible))]),
        ]),
      ]),
    )
    .returning('record_key')
    .execute();
  await refold(
    db,
    await foldContext(db),
    contained.map(({ record_key: key }) => key),
  );
}
