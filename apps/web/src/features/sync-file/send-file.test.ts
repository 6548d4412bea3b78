/** What the dashboard sends of a `.wellpulse` file, and when its entries then count as made. */
import type { SignedEvent, SyncAnswer } from '@wellpulse/contracts';
import { describeFileOpener } from '@wellpulse/forms/testing';
import { inPieces } from '@wellpulse/offline';
import { sealParts, type ExportedStretch, type ExportPart } from '@wellpulse/offline/export-file';
import { createHash, randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { PhotoToStore } from '../photos/store-photo.ts';
import { fileOpener, openFile } from './open-file.ts';
import { sendFile, type SentFile } from './send-file.ts';
import type { Batch } from './send-batch.ts';

const PASSPHRASE = 'north route seven';
const TENANT_ID = '01890000-0000-7000-8000-0000000000ff';
const TRUCK = '01890000-0000-7000-8000-0000000000d1';
const WELL_ID = '01890000-0000-7000-8000-000000000001';
const NOW = '2025-10-20T14:40:00.000Z';
const idOf = (number: number): string => `01890000-0000-7000-9000-${String(number).padStart(12, '0')}`;

const anEvent = (number: number, payload: object = { oilVolume: 40 }): SignedEvent => ({
  id: idOf(number),
  tenantId: TENANT_ID,
  deviceId: TRUCK,
  deviceSequence: number,
  userId: '01890000-0000-7000-8000-0000000000aa',
  eventType: 'PRODUCTION_CREATED',
  aggregateId: WELL_ID,
  baseVersion: 0,
  timestamp: '2025-10-20T14:30:00.000Z',
  payload: { productionDate: '2025-10-19', ...payload },
  signature: 'ab'.repeat(32),
});

const aPhoto = (photoId: string, eventId: string): ExportPart => {
  const bytes = Uint8Array.of(1, 2, 3);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const facts = { photoId, eventId, equipmentId: null, wellId: WELL_ID, sha256, sizeBytes: 3 };
  return { kind: 'PHOTO', photo: { ...facts, contentType: 'image/jpeg' }, pieces: () => inPieces(bytes) };
};

async function aFile(
  parts: readonly ExportPart[],
  stretches: ExportedStretch[] = [],
  { tenantId = TENANT_ID, passphrase = PASSPHRASE } = {},
) {
  const head = { tenantId, deviceId: TRUCK, deviceName: 'Truck 7', exportedAt: NOW, stretches };
  const pieces: Uint8Array[] = [];
  const all: ExportPart[] = [{ kind: 'HEAD', head }, ...parts];
  for await (const piece of sealParts(all, passphrase, randomBytes)) pieces.push(piece);
  return new Blob(pieces.map((piece) => new Uint8Array(piece)));
}

const eventsOf = (...events: SignedEvent[]): ExportPart[] =>
  events.map((event) => ({ kind: 'EVENT', event }));

const manyEvents = (count: number): SignedEvent[] =>
  Array.from({ length: count }, (_, index) => anEvent(index + 1));
const bytesOf = async (file: Promise<Blob>): Promise<Uint8Array> =>
  new Uint8Array(await (await file).arrayBuffer());

describeFileOpener('a browser', async () => ({
  opener: fileOpener(TENANT_ID),
  // More than one part of a file.
  entries: 300,
  saved: (passphrase) => bytesOf(aFile(eventsOf(...manyEvents(300)), [], { passphrase })),
  savedElsewhere: (passphrase) =>
    bytesOf(
      aFile(eventsOf(anEvent(1)), [], { passphrase, tenantId: '01890000-0000-7000-8000-0000000000fe' }),
    ),
  fileOf: (bytes) => new Blob([new Uint8Array(bytes)]),
  entriesIn: ({ events }) => events,
}));

/** Opens and sends a file, and tells what the server was sent and what the person is shown. */
async function carry(file: Blob, refused: readonly string[] = []) {
  const batches: Batch[] = [];
  const stored: PhotoToStore[] = [];
  const shown: SentFile[] = [];
  const send = async (batch: Batch): Promise<SyncAnswer> => {
    batches.push(batch);
    const failed = batch.events
      .filter(({ id }) => refused.includes(id))
      .map(({ id }) => ({ eventId: id, code: 'WELL_PLUGGED' as const, reason: 'Plugged', retryable: false }));
    const synced = batch.events.map(({ id }) => id).filter((id) => !refused.includes(id));
    return { synced, conflicts: [], failed, serverTime: NOW };
  };
  const store = async (photo: PhotoToStore) => void stored.push(photo);
  const opened = await openFile(file, PASSPHRASE, TENANT_ID);
  const { signal } = new AbortController();
  await sendFile(opened, { send, store, elapsed: () => 0 }, signal, (sent) => shown.push(sent));
  return { opened, batches: batches.filter(({ events }) => events.length > 0), stored, last: shown.at(-1) };
}

test('entries go in batches, and the one that was refused is among those that are shown', async () => {
  const events = manyEvents(450);
  const { opened, batches, last } = await carry(await aFile(eventsOf(...events)), [idOf(444)]);
  expect(opened).toMatchObject({ events: 450, photos: 0 });
  expect(opened.shown).toHaveLength(300);
  expect(batches.map((batch) => batch.events.length)).toEqual([200, 200, 50]);
  expect(last?.counts).toEqual({ TAKEN: 449, CONFLICT: 0, REFUSED: 1, LATER: 0 });
  expect(last?.events.get(idOf(444))?.result).toMatchObject({ kind: 'REFUSED', code: 'WELL_PLUGGED' });
});

test('photos follow their entries, and one of an entry that was refused stays away', async () => {
  const [first, second] = [idOf(71), idOf(72)];
  const named = (photoId: string) => ({
    photos: [
      {
        photoId,
        sha256: '0'.repeat(64),
        sizeBytes: 3,
        contentType: 'image/jpeg',
        takenAt: '2025-10-19T12:00:00.000Z',
        location: null,
      },
    ],
  });
  const parts = [
    ...eventsOf(anEvent(1, named(first)), anEvent(2, named(second))),
    aPhoto(first, idOf(1)),
    aPhoto(second, idOf(2)),
  ];
  const { stored, last } = await carry(await aFile(parts), [idOf(2)]);
  expect(stored).toMatchObject([{ photoId: first, photo: { takenAt: '2025-10-19T12:00:00.000Z' } }]);
  expect(last).toMatchObject({ storedPhotos: 1, photoProblems: [{ photoId: second }] });
});

test('each entry is sent by the clock of its stretch: an hour slow, and then set right', async () => {
  const stretch = (id: number, hour: string, sequences: [number, number], lead: number): ExportedStretch => ({
    id: idOf(id),
    deviceId: TRUCK,
    boot: 'a',
    lead,
    first: Date.parse(`2025-10-20T${hour}:00:00.000Z`),
    last: Date.parse(`2025-10-20T${hour}:10:00.000Z`),
    anchor: null,
    sequences,
  });
  const right = stretch(91, '14', [2, 2], 3_600_000);
  const server = Date.parse('2025-10-20T14:05:00.000Z');
  const stretches = [stretch(90, '12', [1, 1], 0), { ...right, anchor: { wall: server, server } }];
  const { batches } = await carry(await aFile(eventsOf(anEvent(1), anEvent(2)), stretches));
  expect(batches.map(({ sentAt, events }) => [events.length, sentAt])).toEqual([
    [1, '2025-10-20T13:40:00.000Z'],
    [1, NOW],
  ]);
});
