/**
 * A device's numbers, when its data may be an old copy that was put back. From each opening on, what is entered counts as
 * unconfirmed until the server has said which numbers it has; nothing is sent before that. A number that the server has and
 * that was given out here only since then was given out twice: the entries since then, which nobody else has seen, go on
 * after the server's.
 */
import type { Db } from '../database/kysely-on.ts';
import { readEvent } from '../events/device-events.ts';
import { signEvent } from '../events/sign-event.ts';
import type { Device } from './device-store.ts';

/** To be called when the data is opened. What an earlier opening left unconfirmed stays so. */
export async function doubtNumbers(db: Db): Promise<void> {
  await db
    .updateTable('device')
    .set(({ eb }) => ({ unconfirmed_from: eb('last_sequence', '+', 1) }))
    .where('unconfirmed_from', 'is', null)
    .execute();
}

/** What was given out so far has left the device, or may: it never changes any more. */
export async function confirmNumbers(db: Db): Promise<void> {
  await db.updateTable('device').set({ unconfirmed_from: null }).execute();
}

/** The server has settled events of this device up to the number `settled`. */
export async function goOnAfter(db: Db, device: Device, settled: number): Promise<void> {
  const from = device.unconfirmed_from ?? device.last_sequence + 1;
  const shift = Math.max(0, settled - from + 1);
  if (shift > 0) await renumber(db, device, from, shift);
  await db
    .updateTable('device')
    .set({ last_sequence: device.last_sequence + shift, unconfirmed_from: null })
    .execute();
}

/** The last one first: no two have the same number at any moment. */
async function renumber(db: Db, device: Device, from: number, shift: number): Promise<void> {
  const entered = await db
    .selectFrom('event_log')
    .where('origin', '=', 'OWN')
    .where('device_sequence', '>=', from)
    .orderBy('device_sequence', 'desc')
    .select(['id', 'event', 'signature'])
    .execute();
  for (const row of entered) {
    const { signature: _, ...unsigned } = readEvent(row);
    const deviceSequence = unsigned.deviceSequence + shift;
    const { event, text } = signEvent({ ...unsigned, deviceSequence }, device.signing_key);
    await db
      .updateTable('event_log')
      .set({ device_sequence: deviceSequence, event: text, signature: event.signature })
      .where('id', '=', row.id)
      .execute();
  }
}
