/** The stretches of this device's clock, as its database keeps them. The newest is the present one (ADR 43). */
import {
  anchorOf,
  beginsStretch,
  lastKnownOffset,
  lookedAt,
  newStretch,
  type ClockSample,
  type Stretch,
} from '@wellpulse/domain';
import { sql, type Selectable } from 'kysely';
import { keptQuery, type Db } from '../database/kysely-on.ts';
import type { ClockStretchesTable } from '../database/schema.ts';
import type { Clock } from '../ports/clock.ts';
import { newId } from '../ports/ids.ts';

export type StretchRow = Readonly<Selectable<ClockStretchesTable>>;

/** Those of one device, from the oldest to the newest; null for this one. */
export const stretchesOf = (db: Db, deviceId: string | null): Promise<StretchRow[]> =>
  db.selectFrom('clock_stretches').where('device_id', 'is', deviceId).orderBy('number').selectAll().execute();

export const toStretch = (row: StretchRow): Stretch => ({
  id: row.id,
  boot: row.boot,
  lead: row.lead,
  first: row.first_wall,
  last: row.last_wall,
  anchor:
    row.anchor_wall === null || row.anchor_server === null
      ? null
      : { wall: row.anchor_wall, server: row.anchor_server },
});

/** Looks at the clocks, at each start, save and answer and before each batch, and returns the present stretch. */
export function lookAtClock(db: Db, clock: Clock): Promise<StretchRow> {
  return keepLook(db, clock, clock.sample());
}

/**
 * How far this device's clock is off, as far as its contacts told: the server's time less its own, in milliseconds. Null where they told
 * nothing. It looks at the clock now, and writes nothing.
 */
export async function lastKnownClockOffset(db: Db, clock: Clock): Promise<number | null> {
  const lastHeard = ownStretches(db)
    .where('anchor_wall', 'is not', null)
    .orderBy('number', 'desc')
    .limit(1)
    .select('number');
  const rows = await ownStretches(db)
    .where('number', '>=', lastHeard)
    .orderBy('number')
    .selectAll()
    .execute();
  const newest = rows.at(-1);
  if (newest === undefined) return null;
  const now = clock.sample();
  const kept = rows.map(toStretch);
  return lastKnownOffset(beginsStretch(lastLook(newest), now) ? [...kept, newStretch('now', now)] : kept);
}

const ownStretches = (db: Db) => db.selectFrom('clock_stretches').where('device_id', 'is', null);

/** An answer came: the server said `server`, in milliseconds since 1970, to a request that was sent at the look `sent`. */
export async function hearServer(db: Db, clock: Clock, sent: ClockSample, server: number): Promise<void> {
  const heard = clock.sample();
  const { id } = await keepLook(db, clock, heard);
  const anchor = anchorOf(sent, heard, server);
  if (anchor === null) return;
  await db
    .updateTable('clock_stretches')
    .set({ anchor_wall: anchor.wall, anchor_server: anchor.server })
    .where('id', '=', id)
    .execute();
}

const newestOwn = keptQuery((db) =>
  db
    .selectFrom('clock_stretches')
    .where('device_id', 'is', null)
    .orderBy('number', 'desc')
    .limit(sql.lit(1))
    .selectAll()
    .compile(),
);

const look = keptQuery((db, lead: number | null, last: number, monotonic: number, number: number) =>
  db
    .updateTable('clock_stretches')
    .set({ lead, last_wall: last, last_monotonic: monotonic })
    .where('number', '=', number)
    .compile(),
);

async function keepLook(db: Db, clock: Clock, sample: ClockSample): Promise<StretchRow> {
  const [present] = await newestOwn(db);
  if (present === undefined || beginsStretch(lastLook(present), sample)) {
    const { id, boot, lead, first, last } = newStretch(newId(clock), sample);
    const values = { id, boot, lead, first_wall: first, last_wall: last, last_monotonic: sample.monotonic };
    return db
      .insertInto('clock_stretches')
      .values({ ...values, device_id: null, anchor_wall: null, anchor_server: null })
      .returningAll()
      .executeTakeFirstOrThrow();
  }
  const { lead, last } = lookedAt(toStretch(present), sample);
  await look(db, lead, last, sample.monotonic, present.number);
  return { ...present, lead, last_wall: last, last_monotonic: sample.monotonic };
}

const lastLook = (row: StretchRow): ClockSample => ({
  wall: row.last_wall,
  monotonic: row.last_monotonic,
  countsSleep: row.lead !== null,
  boot: row.boot,
});
