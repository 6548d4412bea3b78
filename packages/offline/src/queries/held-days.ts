/**
 * Which days of wells this device holds: of any other it cannot say whether somebody entered it. A pull fixes its window when
 * it begins, by the rule of the server. The device holds the window once the pull is complete.
 */
import { roleSchema, type Well } from '@wellpulse/contracts';
import {
  dayInZone,
  isDayHeld,
  isInScope,
  pullWindow,
  wellScope,
  type PullWindow,
  type WellScope,
} from '@wellpulse/domain';
import { findMeta, setMeta } from '../database/meta.ts';
import type { Db } from '../database/kysely-on.ts';
import type { RecordName } from '../events/device-events.ts';
import { storedObject } from '../lib/stored-json.ts';
import { requireDevice } from '../session/device-store.ts';

/** The row of `meta` that says it. Without it nothing is held. */
export const HELD_DAYS = 'held_days';

interface Held {
  readonly window: PullWindow | null;
  /** The wells of which the older days came too. */
  readonly wells: WellScope;
}

/** How many days a pull asks for, today among them. */
export interface HistoryDays {
  /** Of a person who has wells of their own, that is of an operator. */
  readonly own: number;
  /** Of anybody else: all wells are theirs, and so many days of all of them have to come over a thin link. */
  readonly all: number;
}

interface PersonsPull {
  /** The days that it asks for. Another number would begin it anew. */
  readonly days?: number;
  /** Of the last pull that was complete. */
  readonly held?: Held;
  /** Of the pull that is going on. */
  readonly begun?: PullWindow | null;
}

interface HeldDays {
  /** The days that the pulls of operators asked for. */
  readonly history: number;
  readonly pulls: Readonly<Record<string, PersonsPull>>;
}

async function find(db: Db): Promise<HeldDays | null> {
  const text = await findMeta(db, HELD_DAYS);
  return text === null ? null : (storedObject(text) as HeldDays);
}

const save = (db: Db, held: HeldDays): Promise<void> => setMeta(db, HELD_DAYS, JSON.stringify(held));

/** Whether a day that is not among the readings here has none. Before the first complete pull nothing is known of any day. */
export async function holdsDay(db: Db, record: RecordName): Promise<boolean> {
  if (record.kind !== 'production') return true;
  const [wellId = '', day = ''] = record.key.split('|');
  return (await daysHeld(db))(wellId, day);
}

/** The same for any day of any well, by what is known now. */
export async function daysHeld(db: Db): Promise<(wellId: string, day: string) => boolean> {
  const pulls = Object.values((await find(db))?.pulls ?? {});
  return (wellId, day) =>
    pulls.some(
      ({ held }) => held !== undefined && isDayHeld(held.window, isInScope(held.wells, wellId), day),
    );
}

/** Whether earlier pulls asked for as many days as the app asks for now; true if there was none. */
export async function isHistoryAsBefore(db: Db, history: number): Promise<boolean> {
  const held = await find(db);
  if (held === null) await save(db, { history, pulls: {} });
  return held === null || held.history === history;
}

/** Forgets what was held by a window of another length; the rows stay until a pull brings them anew. */
export const forgetHeldDays = (db: Db, history: number): Promise<void> => save(db, { history, pulls: {} });

/** How many days the next page of a person's pull asks for. `isBegun` for one that goes on from a cursor. */
export async function daysToAsk(
  db: Db,
  { userId, isBegun }: { readonly userId: string; readonly isBegun: boolean },
  history: HistoryDays,
): Promise<number> {
  if (isBegun) return (await find(db))?.pulls[userId]?.days ?? history.own;
  const user = await db.selectFrom('users').where('id', '=', userId).select('role').executeTakeFirst();
  if (user?.role !== 'OPERATOR') return history.all;
  const holdsWells = await db
    .selectFrom('wells')
    .where('server_row', 'is not', null)
    .select('key')
    .limit(1)
    .execute();
  return holdsWells.length > 0 && (await ownWells(db, userId)) === null ? history.all : history.own;
}

/** Those whose last pull was of all wells, and who were assigned to some since: their next one is of these. */
export async function peopleWithNewWells(db: Db, history: HistoryDays): Promise<string[]> {
  if (history.own === history.all) return [];
  const people: string[] = [];
  for (const [userId, { held, days }] of Object.entries((await find(db))?.pulls ?? {})) {
    const isOfAll = days === history.all && held !== undefined;
    if (isOfAll && (await ownWells(db, userId)) !== null) people.push(userId);
  }
  return people;
}

/** To be called with the first page of a pull that began without a cursor; `serverTime` is the page's. */
export async function beginHolding(
  db: Db,
  userId: string,
  { serverTime, days }: { readonly serverTime: string; readonly days: number },
): Promise<void> {
  const { time_zone: timeZone } = await requireDevice(db);
  const kept = await find(db);
  if (kept === null) return;
  const begun = pullWindow(days, dayInZone(serverTime, timeZone));
  await save(db, { ...kept, pulls: { ...kept.pulls, [userId]: { ...kept.pulls[userId], begun, days } } });
}

/** To be called when a person's pull has brought all there is. */
export async function recordHeldDays(db: Db, userId: string): Promise<void> {
  const kept = await find(db);
  const pull = kept?.pulls[userId];
  const window = pull?.begun ?? pull?.held?.window;
  if (kept === null || window === undefined) return;
  const held = { window, wells: await ownWells(db, userId) };
  await save(db, {
    ...kept,
    pulls: { ...kept.pulls, [userId]: { ...(pull?.days === undefined ? {} : { days: pull.days }), held } },
  });
}

/** To be called when a pull that began anew has brought all there is: the days of other people's pulls may be dropped with it. */
export async function holdOnlyOf(db: Db, userId: string): Promise<void> {
  const kept = await find(db);
  const pull = kept?.pulls[userId];
  if (kept !== null && pull !== undefined) await save(db, { ...kept, pulls: { [userId]: pull } });
}

/** By the same rule as the server's, from what the server said last of the wells. */
async function ownWells(db: Db, userId: string): Promise<WellScope> {
  const user = await db.selectFrom('users').where('id', '=', userId).select('role').executeTakeFirst();
  const role = roleSchema.safeParse(user?.role).data;
  if (role === undefined) return [];
  const wells = await db
    .selectFrom('wells')
    .where('server_row', 'is not', null)
    .select(['key', 'deleted', 'server_row'])
    .execute();
  return wellScope(
    { id: userId, role },
    wells.map(({ key, deleted, server_row: row }) => {
      const { operatorIds } = storedObject(row ?? '{}') as Pick<Well, 'operatorIds'>;
      return { id: key, deleted: deleted === 1, operatorIds };
    }),
  );
}
