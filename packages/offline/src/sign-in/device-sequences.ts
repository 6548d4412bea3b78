/**
 * A device's numbers, when its data may be an old copy that was put back (ADR 26).
 *
 * - From each opening on, the numbers of new entries are unconfirmed. Nothing is sent before the server has said which
 *   numbers it has.
 * - An entry that the server has was sent before the copy was put back. It keeps the number that the server knows.
 * - An entry that nobody else has seen gets a number after the server's highest. Its own number may have been given out
 *   twice.
 * - The same holds for an entry from a file that this device exported before the copy was put back.
 */
import type { DeviceNumbers } from '@wellpulse/contracts';
import { troubleOf, writeTrouble } from '@wellpulse/domain';
import { sql } from 'kysely';
import type { Db } from '../database/kysely-on.ts';
import { readEvent } from '../events/device-events.ts';
import { signEvent } from '../events/sign-event.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { requireDevice, type Device } from '../session/device-store.ts';

/** To be called when the data is opened. What an earlier opening left unconfirmed stays so. */
export async function markSequencesUnconfirmed(db: Db): Promise<void> {
  await db
    .updateTable('device')
    .set(({ eb }) => ({ unconfirmed_from: eb('last_sequence', '+', 1) }))
    .where('unconfirmed_from', 'is', null)
    .execute();
}

/** What was given out so far leaves the device in a file: it never changes any more. */
export async function freezeExportedSequences(db: Db): Promise<void> {
  await db
    .updateTable('device')
    .set(({ eb }) => ({ unconfirmed_from: eb('last_sequence', '+', 1) }))
    .where('unconfirmed_from', 'is not', null)
    .execute();
}

/** The ids of the entries whose numbers are unconfirmed, in their order. */
export async function unconfirmedIds(db: Db, device: Device): Promise<string[]> {
  return (await unconfirmedRows(db, device)).map(({ id }) => id);
}

/**
 * Gives each unconfirmed entry the number that the server knows it by, or one after all of the server's. An entry with another
 * number is signed anew by its author; while the author's key is closed, it waits for that. Its number is kept for it: one that came
 * after those of later entries would say that it was entered after them (ADR 78).
 */
export async function adoptServerSequences(
  db: Db,
  device: Device,
  known: DeviceNumbers,
  keys: PersonKeys,
): Promise<void> {
  const settled = new Map(known.settled.map(({ eventId, deviceSequence }) => [eventId, deviceSequence]));
  let last = Math.max(known.lastSequence, await lastOfOwnFiles(db, device));
  const numbered: { row: UnconfirmedRow; deviceSequence: number }[] = [];
  for (const row of await unconfirmedRows(db, device)) {
    const own = settled.get(row.id);
    const keeps = own === undefined ? row.device_sequence > last : own === row.device_sequence;
    if (keeps) last = Math.max(last, row.device_sequence);
    else if (!(await isOpen(keys, row))) await waitForNumber(db, row.id, own ?? (last += 1));
    else numbered.push({ row, deviceSequence: own ?? (last += 1) });
  }
  // Numbers only rise: from the last one on, no two have the same at any moment.
  for (const { row, deviceSequence } of numbered.reverse()) await renumber(db, row, deviceSequence, keys);
  await db
    .updateTable('device')
    .set({ last_sequence: Math.max(device.last_sequence, last), unconfirmed_from: null })
    .execute();
}

/** The highest number of this device that the server took; 0 for none. A server that knows less was put back. */
export async function highestTaken(db: Db, deviceId: string): Promise<number> {
  const { last } = await db
    .selectFrom('event_log')
    .where('device_id', '=', deviceId)
    .where('status', 'in', ['SYNCED', 'CONFLICT'])
    .select(({ fn }) => fn.max<number | null>('device_sequence').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

/** Numbers that come back in a file are given out: what is entered from now on goes on after them. */
export async function continueAfterImported(db: Db, device: Device): Promise<void> {
  const last = await lastOfOwnFiles(db, device);
  if (last > device.last_sequence) await db.updateTable('device').set({ last_sequence: last }).execute();
}

async function lastOfOwnFiles(db: Db, device: Device): Promise<number> {
  const { last } = await db
    .selectFrom('event_log')
    .where('origin', '=', 'IMPORTED')
    .where('device_id', '=', device.device_id)
    .select(({ fn }) => fn.max<number | null>('device_sequence').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

const unconfirmedRows = (db: Db, device: Device) =>
  db
    .selectFrom('event_log')
    .where('origin', '=', 'OWN')
    .where('device_sequence', '>=', device.unconfirmed_from ?? device.last_sequence + 1)
    .orderBy('device_sequence')
    .select(['id', 'device_sequence', 'event', 'signature'])
    .execute();

type UnconfirmedRow = Awaited<ReturnType<typeof unconfirmedRows>>[number];

/** Throws `LOCKED` while the author's key is closed. */
async function renumber(
  db: Db,
  { id }: Pick<UnconfirmedRow, 'id'>,
  deviceSequence: number,
  keys: PersonKeys,
): Promise<void> {
  await moveTo(db, id, deviceSequence);
  const row = await db
    .selectFrom('event_log')
    .where('id', '=', id)
    .select(['event', 'signature'])
    .executeTakeFirstOrThrow();
  const { signature: _, ...unsigned } = readEvent(row);
  const { event } = await signEvent(unsigned, keys);
  await db.updateTable('event_log').set({ signature: event.signature }).where('id', '=', id).execute();
}

/**
 * Writes a number into an entry. Another entry that waits for its author may still have that number. It goes on to its own new one
 * then. Its signature is no longer right: its author makes the next one.
 */
async function moveTo(db: Db, id: string, deviceSequence: number): Promise<void> {
  const inTheWay = await db
    .selectFrom('event_log')
    .innerJoin('sync_queue', 'sync_queue.event_id', 'event_log.id')
    .where('origin', '=', 'OWN')
    .where('device_sequence', '=', deviceSequence)
    .where('id', '<>', id)
    .where('new_number', '>', deviceSequence)
    .select(['id', 'new_number'])
    .executeTakeFirst();
  if (inTheWay !== undefined) await moveTo(db, inTheWay.id, inTheWay.new_number ?? deviceSequence);
  await db
    .updateTable('event_log')
    .set({
      device_sequence: deviceSequence,
      event: sql<string>`json_set(event, '$.deviceSequence', ${sql.lit(deviceSequence)})`,
    })
    .where('id', '=', id)
    .where('device_sequence', '<>', deviceSequence)
    .execute();
}

/** Whether the author can sign now. */
const isOpen = async (keys: PersonKeys, row: UnconfirmedRow): Promise<boolean> =>
  (await keys.sign(readEvent(row).userId, row.event)) !== null;

/** The number after all that were given out, as earlier versions of the app wrote it. */
const NEXT_NUMBER = 0;

const waitForNumber = (db: Db, eventId: string, newNumber: number) =>
  db
    .updateTable('sync_queue')
    .set({
      waits_for_author: 1,
      new_number: newNumber,
      last_error: writeTrouble(troubleOf('AWAITS_UNLOCK')),
    })
    .where('event_id', '=', eventId)
    .execute();

/** Gives a person's entries the numbers that they wait for, now that the person's key is open. */
export async function giveNewNumbers(db: Db, userId: string, keys: PersonKeys): Promise<void> {
  const waiting = await db
    .selectFrom('event_log')
    .innerJoin('sync_queue', 'sync_queue.event_id', 'event_log.id')
    .where('user_id', '=', userId)
    .where('new_number', 'is not', null)
    .orderBy('position')
    .select(['id', 'device_sequence', 'event', 'signature', 'new_number'])
    .execute();
  for (const { new_number: wanted, ...row } of waiting) {
    if (!(await isOpen(keys, row))) return;
    const device = await requireDevice(db);
    const next = device.last_sequence + 1;
    // The log lets numbers change from here on only.
    await db.updateTable('device').set({ unconfirmed_from: row.device_sequence }).execute();
    await renumber(db, row, wanted === null || wanted === NEXT_NUMBER ? next : wanted, keys);
    await db
      .updateTable('device')
      .set({
        unconfirmed_from: device.unconfirmed_from,
        ...(wanted === NEXT_NUMBER ? { last_sequence: next } : {}),
      })
      .execute();
    await db
      .updateTable('sync_queue')
      .set({ waits_for_author: 0, new_number: null, retry_count: 0, next_retry_at: 0, last_error: null })
      .where('event_id', '=', row.id)
      .execute();
  }
}
