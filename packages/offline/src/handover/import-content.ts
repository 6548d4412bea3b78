/**
 * Takes over what another device exported. The events keep their ids, signatures and authors; they go to the server with
 * this device's batches, and the first device to send them settles them.
 */
import type { SignedEvent } from '@wellpulse/contracts';
import { sql } from 'kysely';
import { keepStretches, stretchIn } from '../clock/exported-stretches.ts';
import type { DeviceDatabase } from '../database/device-database.ts';
import type { Db } from '../database/kysely-on.ts';
import { recordKey, recordOf } from '../events/device-events.ts';
import type { ExportedPhoto, ExportedStretch, ReadPart } from '../export-file/export-file.ts';
import { OfflineError } from '../offline-error.ts';
import { photoFileName } from '../photos/photo-store.ts';
import { projectionContext } from '../session/projection-context.ts';
import { reproject } from '../local-projection/reproject.ts';
import { instantOf } from '../ports/ids.ts';
import type { Clock } from '../ports/clock.ts';
import type { PhotoFiles } from '../ports/photo-files.ts';
import { insertEvent } from '../record/record-event.ts';
import { continueAfterImported } from '../sign-in/device-sequences.ts';
import { requireDevice } from '../session/device-store.ts';
import { sendAgain } from '../sign-in/sign-anew.ts';
import { shownEvent, signedText } from '@wellpulse/domain';

/** What came of a handover file. */
export interface Imported {
  readonly deviceName: string;
  readonly events: number;
  readonly photos: number;
  /** Events that this device had already. */
  readonly known: number;
  /** Entries and photos of a newer app that this one cannot read: they were left out. */
  readonly unread: number;
}

type PhotoPart = Extract<ReadPart, { readonly kind: 'PHOTO' }>;

/** So few that they fit into a phone's memory. */
const EVENTS_AT_ONCE = 200;

/**
 * Takes over what a file holds. `parts` gives its parts from the beginning, at each call: they are read once to be checked,
 * and once more to be taken over. Throws `OTHER_TENANT`, `DISK_FULL`, and `ExportFileError` for a damaged file; then nothing was
 * imported. Importing the same file again changes nothing, and completes what was broken off.
 */
export async function importParts(
  database: DeviceDatabase,
  files: PhotoFiles,
  clock: Clock,
  parts: () => AsyncIterable<ReadPart>,
): Promise<Imported> {
  const { deviceName, stretches } = await checkParts(database, parts());
  await database.writeIfRoom((db) => keepStretches(db, stretches));
  const counts = { events: 0, photos: 0, known: 0, unread: 0 };
  let batch: SignedEvent[] = [];
  const storeBatch = async (): Promise<void> => {
    if (batch.length === 0) return;
    const taken = await storeEvents(database, batch, stretches);
    counts.events += taken;
    counts.known += batch.length - taken;
    batch = [];
  };
  for await (const part of parts()) {
    if (part.kind === 'UNREAD') counts.unread += 1;
    if (part.kind === 'EVENT') batch.push(part.event);
    if (part.kind === 'PHOTO' || batch.length === EVENTS_AT_ONCE) await storeBatch();
    if (part.kind === 'PHOTO' && (await storePhoto(database, files, clock, part, parts))) counts.photos += 1;
  }
  await storeBatch();
  return { deviceName, ...counts };
}

/** The name of the device that made the file, and the stretches of the clocks in it. */
async function checkParts(
  database: DeviceDatabase,
  parts: AsyncIterable<ReadPart>,
): Promise<{ readonly deviceName: string; readonly stretches: readonly ExportedStretch[] }> {
  const { tenant_id: tenantId } = await database.read(requireDevice);
  let deviceName = '';
  let stretches: readonly ExportedStretch[] = [];
  for await (const part of parts) {
    if (part.kind !== 'HEAD') continue;
    deviceName = part.head.deviceName;
    stretches = part.head.stretches ?? [];
    if (part.head.tenantId !== tenantId) {
      throw new OfflineError({ code: 'OTHER_TENANT', of: 'FILE' });
    }
  }
  return { deviceName, stretches };
}

/** How many of them were not known here, or come with a signature that makes good a refused one. */
const storeEvents = (
  database: DeviceDatabase,
  given: readonly SignedEvent[],
  stretches: readonly ExportedStretch[],
): Promise<number> =>
  database.writeIfRoom(async (db) => {
    const events = await newEvents(db, given);
    for (const event of events) {
      const { signature: _, ...unsigned } = event;
      await insertEvent(
        db,
        { event: shownEvent(event), text: signedText(unsigned) },
        { origin: 'IMPORTED', stretchId: stretchIn(stretches, event) },
      );
    }
    await continueAfterImported(db, await requireDevice(db));
    const sealed = await storeSignatures(db, given);
    const taken = [...events, ...sealed];
    await reproject(
      db,
      await projectionContext(db),
      taken.map((event) => recordKey(recordOf(shownEvent(event)))),
    );
    return taken.length;
  });

/** False if the photo is here already, or was sent. One whose file is gone gets it again. */
async function storePhoto(
  database: DeviceDatabase,
  files: PhotoFiles,
  clock: Clock,
  { photo, pieces }: PhotoPart,
  parts: () => AsyncIterable<ReadPart>,
): Promise<boolean> {
  const known = await database.read((db) =>
    db
      .selectFrom('photos')
      .where('photo_id', '=', photo.photoId)
      .select(['state', 'path'])
      .executeTakeFirst(),
  );
  if (known !== undefined && (known.state !== 'WAITING' || (await isThere(files, known.path)))) return false;
  const name = photoFileName(photo.photoId, photo.contentType);
  let next = pieces;
  const path = await database.inRoom(() => {
    const given = next();
    // Where it had to be tried once more, for want of room, the file is read once more.
    next = () => piecesIn(parts(), photo);
    return files.save(name, given);
  });
  return database.write((db) => addPhoto(db, clock, { photo, path }));
}

const isThere = async (files: PhotoFiles, path: string | null): Promise<boolean> =>
  path !== null && (await files.open(path)) !== null;

async function* piecesIn(
  parts: AsyncIterable<ReadPart>,
  { photoId }: ExportedPhoto,
): AsyncGenerator<Uint8Array, void, undefined> {
  for await (const part of parts) {
    if (part.kind !== 'PHOTO' || part.photo.photoId !== photoId) continue;
    yield* part.pieces();
    return;
  }
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
async function storeSignatures(db: Db, events: readonly SignedEvent[]): Promise<SignedEvent[]> {
  const taken: SignedEvent[] = [];
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
      well_id: photo.wellId,
      sha256: photo.sha256,
      size_bytes: photo.sizeBytes,
      content_type: photo.contentType,
      path,
      created_at: instantOf(clock.now()),
    })
    .onConflict((conflict) =>
      conflict.doUpdateSet({ path, needs_person: 0, next_retry_at: 0 }).where('photos.state', '=', 'WAITING'),
    )
    .returning('photo_id')
    .executeTakeFirst();
  return added !== undefined;
}
