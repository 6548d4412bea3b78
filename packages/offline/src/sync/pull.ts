/**
 * Pull: what changed on the server, page after page; each page and the place to go on from are one transaction. When all
 * pages are there, the mirror contains the events that were settled before.
 */
import { endpoints } from '@wellpulse/contracts';
import { anyOf } from '../database/any-of.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { projectionContext } from '../session/projection-context.ts';
import { reproject } from '../local-projection/reproject.ts';
import { applyChanges } from '../mirror/apply-changes.ts';
import { beginPullAnew, endPullAnew, notePulled } from '../mirror/pull-anew.ts';
import { askAgainForUnread, readerOf, unreadKeys } from '../mirror/unread.ts';
import { recordHeldDays } from '../mirror/held-days.ts';
import { visibleRecords } from '../mirror/visible-records.ts';
import { stepResultOf } from '../session/step-result-of.ts';
import { DONE, type StepResult } from '../protocol/sync-step.ts';
import { tolerantEndpoints, type ChangesPage } from '../protocol/tolerant-reader.ts';
import type { Authorised, SessionTokens, SyncFailureKind } from '../session/session-tokens.ts';
import type { Recovery } from './recovery.ts';
import { resetOtherCursors } from './reset-other-cursors.ts';

const PAGE = 1000;
/** A server that refuses what it has just given is at fault itself. */
const MOST_BEGINNINGS = 2;
const TIMEOUT_MS = 60_000;

interface PullParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly recovery: Recovery;
  readonly appVersion?: string | undefined;
}

export class Pull {
  readonly #parts: PullParts;
  readonly #reader: string;

  constructor(parts: PullParts) {
    this.#parts = parts;
    this.#reader = readerOf(parts.appVersion);
  }

  async run(): Promise<StepResult> {
    const { database, tokens, recovery } = this.#parts;
    await database.write(async (db) => {
      await awaitSettled(db);
      await askAgainForUnread(db, this.#reader);
    });
    const recovering = await recovery.run();
    if (recovering !== null) return recovering;
    const pulled = await tokens.asAnybody((userId) => this.#pullAs(userId));
    if (!pulled.ok) return stepResultOf(pulled.failure);
    await this.#readSettings();
    return DONE;
  }

  /** The cursor is this person's: nobody else may go on with it. */
  async #pullAs(userId: string): Promise<Authorised<null>> {
    const { database, tokens } = this.#parts;
    for (let begun = 0; ;) {
      const cursor = await database.read((db) => cursorOf(db, userId));
      const answered = await tokens.requestAnswer(
        tolerantEndpoints.changes,
        { query: { limit: String(PAGE), ...(cursor === null ? {} : { cursor }) } },
        { timeoutMs: TIMEOUT_MS, userId },
      );
      if (!answered.ok) {
        begun += 1;
        if (begun > MOST_BEGINNINGS || !(await this.#beginsAnew(answered.failure))) return answered;
        continue;
      }
      await database.write((db) => this.#take(db, userId, answered.value));
      if (!answered.value.hasMore) return { ok: true, value: null };
    }
  }

  /** Whether the pull begins anew: the server cannot read the cursor, or was put back. */
  async #beginsAnew(failure: SyncFailureKind): Promise<boolean> {
    if (failure.kind !== 'REFUSED') return false;
    if (failure.code === 'LOG_REPLACED') return (await this.#parts.recovery.run()) === null;
    if (failure.code !== 'CURSOR_UNREADABLE') return false;
    await this.#parts.database.write(beginPullAnew);
    return true;
  }

  async #take(db: Db, userId: string, page: ChangesPage): Promise<void> {
    await resetOtherCursors(db, userId, page.changes);
    await applyChanges(db, await projectionContext(db), page.changes, this.#reader);
    await notePulled(db, page.changes);
    await db.updateTable('users').set({ cursor: page.nextCursor }).where('id', '=', userId).execute();
    if (page.hasMore) return;
    await recordHeldDays(db);
    await contain(db, userId);
    await reproject(db, await projectionContext(db), await endPullAnew(db));
  }

  /** The tenant's thresholds and intervals. Old ones do for now if these don't come. */
  async #readSettings(): Promise<void> {
    const { database, tokens } = this.#parts;
    const answered = await tokens.requestAnswer(endpoints.tenant.getSettings, {}, { timeoutMs: TIMEOUT_MS });
    if (!answered.ok) return;
    const { name, timeZone } = answered.value;
    await database.write((db) =>
      db
        .updateTable('device')
        .set({ tenant_name: name, time_zone: timeZone, settings: JSON.stringify(answered.value) })
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
 * pull. So do all of a record that came, but could not be read.
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
    .where('record_key', 'not in', unreadKeys(db))
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
  await reproject(
    db,
    await projectionContext(db),
    contained.map(({ record_key: key }) => key),
  );
}
