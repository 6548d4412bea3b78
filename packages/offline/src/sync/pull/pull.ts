/**
 * Pull: what changed on the server, page after page; each page and the place to go on from are one transaction. When all
 * pages are there, the mirror contains the events that were settled before.
 */
import { SYNCED_ENTITIES } from '@wellpulse/contracts';
import type { DeviceDatabase } from '../../database/device-database.ts';
import type { Db } from '../../database/kysely-on.ts';
import { offerMissing } from '../../photos/offer-missing.ts';
import { projectionContext } from '../../session/projection-context.ts';
import { reproject } from '../../local-projection/reproject.ts';
import { applyChanges } from '../../mirror/apply-changes.ts';
import { beginPullAnew, endPullAnew, isPullAnew, recordPulled } from '../../mirror/pull-anew.ts';
import { askAgainForUnread, readerOf, unreadKeys } from '../../mirror/unread.ts';
import {
  beginHolding,
  daysToAsk,
  forgetHeldDays,
  isHistoryAsBefore,
  peopleWithNewWells,
  holdOnlyOf,
  recordHeldDays,
  type HistoryDays,
} from '../../queries/held-days.ts';
import type { Clock } from '../../ports/clock.ts';
import { stepResultOf } from '../../session/step-result-of.ts';
import { DONE, type StepResult } from '../../protocol/sync-step.ts';
import { tolerantEndpoints, type ChangesPage, type ReceivedChange } from '../../protocol/tolerant-reader.ts';
import type { Authorised, SessionTokens, SyncFailureKind } from '../../session/session-tokens.ts';
import { keepMissing, keepOvertaken } from '../recovery/lost-records.ts';
import { offerLost } from '../recovery/offer-lost.ts';
import type { Recovery } from '../recovery/recovery.ts';
import { isOfTheLink, PageSize } from './page-size.ts';

/** What this app reads; a newer server keeps the rest to itself. */
const ENTITIES = SYNCED_ENTITIES.join();
/** A server that refuses what it has just given is at fault itself. */
const MOST_BEGINNINGS = 2;
/** Of silence. */
const TIMEOUT_MS = 30_000;

interface PullParts {
  readonly database: DeviceDatabase;
  readonly tokens: SessionTokens;
  readonly clock: Clock;
  readonly recovery: Recovery;
  readonly appVersion?: string | undefined;
  readonly history: HistoryDays;
}

export class Pull {
  readonly #parts: PullParts;
  readonly #reader: string;
  readonly #page = new PageSize();
  #arrivedPages = 0;

  constructor(parts: PullParts) {
    this.#parts = parts;
    this.#reader = readerOf(parts.appVersion);
  }

  async run(): Promise<StepResult> {
    const { database, tokens, recovery, history } = this.#parts;
    this.#arrivedPages = 0;
    await database.write(async (db) => {
      await awaitSettled(db);
      if (!(await isHistoryAsBefore(db, history.own))) await beginOtherHistory(db, history.own);
      await askAgainForUnread(db, this.#reader);
      await beginWithNewWells(db, history);
    });
    const recovering = await recovery.run();
    if (recovering !== null) return recovering;
    const pulled = await tokens.asAnybody((userId) => this.#pullAs(userId));
    if (!pulled.ok) {
      const result = stepResultOf(pulled.failure);
      return result.kind === 'LATER' ? { ...result, madeProgress: this.#arrivedPages > 0 } : result;
    }
    await this.#readSettings();
    await offerLost(database, tokens, pulled.value);
    await recovery.askForRefused(pulled.value);
    return DONE;
  }

  /**
   * The cursor is this person's: nobody else may go on with it. A page that breaks off is asked for once more, and
   * smaller. Gives the server's time of the last one.
   */
  async #pullAs(userId: string): Promise<Authorised<string>> {
    const { database, history } = this.#parts;
    let isOfAll = false;
    for (let begun = 0, broken = 0; ;) {
      const { cursor, usual } = await database.read(async (db) => {
        const from = await cursorOf(db, userId);
        return { cursor: from, usual: await daysToAsk(db, { userId, isBegun: from !== null }, history) };
      });
      const days = isOfAll && cursor === null ? history.all : usual;
      const answered = await this.#ask(userId, cursor, days);
      if (!answered.ok) {
        const { failure } = answered;
        if (isOfTheLink(failure)) {
          this.#page.broke();
          broken += 1;
          if (broken > 1 || this.#arrivedPages === 0) return answered;
          continue;
        }
        begun += 1;
        if (begun > MOST_BEGINNINGS || !(await this.#beginsAnew(failure))) return answered;
        continue;
      }
      if (cursor === null && days > history.all && showsNoOwnWells(answered.value.changes, userId)) {
        isOfAll = true;
        continue;
      }
      const isTaken = await database.writeIfRoom(async (db) => {
        // Data that was repaired meanwhile is pulled from the beginning: this page is of a pull that is over.
        if ((await cursorOf(db, userId)) !== cursor) return false;
        if (cursor === null) await beginHolding(db, userId, { serverTime: answered.value.serverTime, days });
        await this.#take(db, userId, answered.value);
        return true;
      });
      this.#arrivedPages += 1;
      broken = 0;
      if (isTaken && !answered.value.hasMore) return { ok: true, value: answered.value.serverTime };
    }
  }

  async #ask(userId: string, cursor: string | null, days: number): Promise<Authorised<ChangesPage>> {
    const { tokens, clock } = this.#parts;
    const startedAt = clock.now();
    const query = {
      limit: String(this.#page.size),
      history: String(days),
      entities: ENTITIES,
      ...(cursor === null ? {} : { cursor }),
    };
    const answered = await tokens.requestAnswer(
      tolerantEndpoints.changes,
      { query },
      { timeoutMs: TIMEOUT_MS, userId },
    );
    if (answered.ok) this.#page.arrived(clock.now() - startedAt);
    return answered;
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
    await keepOvertaken(db, page.changes);
    await applyChanges(db, await projectionContext(db), page.changes, this.#reader);
    await recordPulled(db, page.changes);
    await offerMissing(db, page.changes);
    await db.updateTable('users').set({ cursor: page.nextCursor }).where('id', '=', userId).execute();
    if (page.hasMore) return;
    await recordHeldDays(db, userId);
    await contain(db);
    await keepMissing(db, page.serverTime);
    if (await isPullAnew(db)) await holdOnlyOf(db, userId);
    await reproject(db, await projectionContext(db), await endPullAnew(db));
  }

  /** The tenant's thresholds and intervals. Old ones do for now if these don't come. */
  async #readSettings(): Promise<void> {
    const { database, tokens } = this.#parts;
    const answered = await tokens.requestAnswer(tolerantEndpoints.settings, {}, { timeoutMs: TIMEOUT_MS });
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
 * Whether the first page of a pull shows that its person has no wells of their own: these would come first. Then all wells are theirs.
 * So many days of all of them would be too much for a thin link.
 */
function showsNoOwnWells(changes: readonly ReceivedChange[], userId: string): boolean {
  const [first] = changes;
  const operatorIds: unknown = first?.entity === 'WELL' ? first.data?.['operatorIds'] : undefined;
  return Array.isArray(operatorIds) && !operatorIds.includes(userId);
}

/** Whoever was assigned to wells since gets more days of these, by a pull that begins anew. */
async function beginWithNewWells(db: Db, history: HistoryDays): Promise<void> {
  const people = await peopleWithNewWells(db, history);
  if (people.length === 0) return;
  await db.updateTable('users').set({ cursor: null }).where('id', 'in', people).execute();
}

/** The app asks for another number of days than before: what is outside of them goes when the pull is complete. */
async function beginOtherHistory(db: Db, historyDays: number): Promise<void> {
  await forgetHeldDays(db, historyDays);
  await beginPullAnew(db);
}

/**
 * The mirror contains them now, and they don't lie on top any more: also those that an earlier pull brought before their
 * answer came. The events of a record stay that came, but could not be read.
 */
async function contain(db: Db): Promise<void> {
  const contained = await db
    .updateTable('event_log')
    .set({ mirror_state: 'CONTAINED' })
    .where('record_key', 'not in', unreadKeys(db))
    .where('mirror_state', 'in', ['SEEN', 'AWAITED'])
    .returning('record_key')
    .execute();
  await reproject(
    db,
    await projectionContext(db),
    contained.map(({ record_key: key }) => key),
  );
}
