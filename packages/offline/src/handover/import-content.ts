/**
 * Takes over what another device exported. The events keep their ids, signatures and authors; they go to the server with
 * this device's batches, and the first device to send them settles them.
 */
import type { DeviceEvent } from '@wellpulse/contracts';
import { sql } from 'kysely';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { recordKey, recordOf } from '../events/device-events.ts';
import type { ExportContent, ExportedPhoto } from '../export-file/export-file.ts';
import { OfflineError } from '../offline-error.ts';
import { projectionContext } from '../session/projection-context.ts';
import { reproject } from '../local-projection/reproject.ts';
import { instantOf } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import { insertEvent } from '../record/record-event.ts';
import { continueAfterImported } from '../sign-in/device-sequences.ts';
import { requireDevice } from '../session/device-store.ts';
import { sendAgain } from '../sign-in/sign-anew.ts';
import { signedText } from '@wellpulse/domain';

export interface Imported {
  readonly deviceName: string;
  readonly events: number;
  readonly photos: number;
  /** Events that this device had already. */
  readonly known: number;
}

/** Throws `OTHER_TENANT`. Importing the same file again changes nothing. */
export async function importContent(
  database: DeviceDatabase,
  files: PhotoFiles,
  clock: Clock,
  { manifest, photoBytes }: ExportContent,
): Promise<Imported> {
  const { tenant_id: tenantId } = await database.read(requireDevice);
  if (manifest.tenantId !== tenantId) {
    throw new OfflineError('OTHER_TENANT', 'This file belongs to another company. Nothing was imported.');
  }
  const paths: { photo: ExportedPhoto; path: string }[] = [];
  for (const [index, photo] of manifest.photos.entries()) {
    const bytes = photoBytes[index] ?? new Uint8Array();
    const name = `${photo.photoId}.${photo.contentType.slice('image/'.length)}`;
    paths.push({ photo, path: await files.save(name, bytes) });
  }
  return database.write(async (db) => {
    const events = await newEvents(db, manifest.events);
    for (const event of events) {
      const { signature: _, ...unsigned } = event;
      await insertEvent(db, { event, text: signedText(unsigned) }, { origin: 'IMPORTED' });
    }
    await continueAfterImported(db, await requireDevice(db));
    const sealed = await takeSignatures(db, manifest.events);
    await reproject(
      db,
      await projectionContext(db),
      [...events, ...sealed].map((event) => recordKey(recordOf(event))),
    );
    let photos = 0;
    for (const entry of paths) photos += (await addPhoto(db, clock, entry)) ? 1 : 0;
    const taken = events.length + sealed.length;
    const known = manifest.events.length - taken;
    return { deviceName: manifest.deviceName, events: taken, photos, known };
  });
}

async function newEvents<Event extends { readonly id: string }>(
  db: Db,
  events: readonly Event[],
): Promise<Event[]> {
  const known = new Set<string>();
  for (const { id } of events) {
    const found =
      (await db.selectFrom('event_log').where('id', '=', id).select('id').executeTakeFirst()) ??
      (await db.selectFrom('event_archive').where('event_id', '=', id).select('event_id').executeTakeFirst());
    if (found !== undefined) known.add(id);
  }
  return events.filter(({ id }) => !known.has(id));
}

/**
 * An event that the server refused here for its signature alone, and that comes with another one now: its device was
 * registered again. It is sent once more.
 */
async function takeSignatures(db: Db, events: readonly DeviceEvent[]): Promise<DeviceEvent[]> {
  const taken: DeviceEvent[] = [];
  for (const event of events) {
    const { signature, ...unsigned } = event;
    const refused = await db
      .selectFrom('event_log')
      .where('id', '=', event.id)
      .where('status', '=', 'FAILED')
      .where(sql`outcome ->> 'code'`, '=', 'SIGNATURE_INVALID')
      .where('event', '=', signedText(unsigned))
      .where('signature', '<>', signature)
      .select('id')
      .executeTakeFirst();
    if (refused === undefined) continue;
    await sendAgain(db, event.id, signature);
    taken.push(event);
  }
  return taken;
}

/** A photo of an event that isn't here: its event was settled by the other device, and its photo was not. */
async function addPhoto(
  db: Db,
  clock: Clock,
  { photo, path }: { readonly photo: ExportedPhoto; readonly path: string },
): Promise<boolean> {
  const event = await db
    .selectFrom('event_log')
    .where('id', '=', photo.eventId ?? '')
    .select('id')
    .executeTakeFirst();
  const added = await db
    .insertInto('photos')
    .values({
      photo_id: photo.photoId,
      event_id: event?.id ?? null,
      equipment_id: photo.equipmentId,
      sha256: photo.sha256,
      size_bytes: photo.sizeBytes,
      content_type: photo.contentType,
      path,
      created_at: instantOf(clock.now()),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('photo_id')
    .executeTakeFirst();
  return added !== undefined;
}
