/** What is no photo, or not the one that was announced, is refused in words; nothing of it stays. */
import { MAX_PHOTO_BYTES, problemSchema, type PhotoContentType } from '@wellpulse/contracts';
import { ContainerClient } from '@azure/storage-blob';
import { afterAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { startBareApi } from '../support/harness.ts';
import { announcementOf, PhotoDesk, putBytes, type Announcement } from '../support/photo-desk.ts';
import { aHeic, aHugePng, aJpeg, anAvif, aPng, aWebp } from '../support/pictures.ts';

const api = await startBareApi();
afterAll(() => api.stop());
const tenant = await api.addTenant();
const container = new ContainerClient(inject('blobConnectionString'), 'wellpulse-photos');

let desk: PhotoDesk;
beforeEach(async () => {
  desk = await PhotoDesk.at(tenant);
});

/** Names of everything that lies in the storage for this desk's item. */
async function blobsOfItem(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of container.listBlobsFlat({ prefix: `${tenant.slug}/` })) {
    if (name.includes(desk.ownerId)) names.push(name);
  }
  return names;
}

/** Puts bytes where `said` is to go, whatever they are; returns the confirmation's problem. */
async function refusalOf(bytes: Uint8Array, said: Announcement) {
  const { headers, ...ticket } = await desk.announce(said);
  expect((await putBytes({ ...ticket, headers }, bytes)).status).toBe(201);
  return desk.refusedConfirmation(said.photoId);
}

const HUGE_PNG = await aHugePng();
const SCRIPT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const PROGRAM = Buffer.concat([Buffer.from('\x7fELF\x02\x01\x01\0', 'latin1'), Buffer.alloc(4_000, 0x90)]);
const cut = (bytes: Buffer, share = 0.6): Buffer => bytes.subarray(0, Math.floor(bytes.length * share));

const NO_PICTURES: readonly (readonly [string, PhotoContentType, () => Promise<Buffer> | Buffer, string])[] =
  [
    ['a program with a picture’s name', 'image/jpeg', () => PROGRAM, 'UNSUPPORTED_MEDIA_TYPE'],
    ['an SVG with a script', 'image/png', () => Buffer.from(SCRIPT), 'UNSUPPORTED_MEDIA_TYPE'],
    [
      'a page',
      'image/jpeg',
      () => Buffer.from('<!doctype html><script>1</script>'),
      'UNSUPPORTED_MEDIA_TYPE',
    ],
    ['an AVIF', 'image/heic', () => anAvif(), 'UNSUPPORTED_MEDIA_TYPE'],
    ['one byte', 'image/jpeg', () => Buffer.from('x'), 'UNSUPPORTED_MEDIA_TYPE'],
    ['a JPEG that breaks off', 'image/jpeg', async () => cut(await aJpeg()), 'PHOTO_UNREADABLE'],
    [
      'a JPEG without its last hundred bytes',
      'image/jpeg',
      async () => (await aJpeg()).subarray(0, -100),
      'PHOTO_UNREADABLE',
    ],
    ['a JPEG of a header alone', 'image/jpeg', async () => cut(await aJpeg(), 0.02), 'PHOTO_UNREADABLE'],
    ['a PNG that breaks off', 'image/png', async () => cut(await aPng()), 'PHOTO_UNREADABLE'],
    ['a WebP that breaks off', 'image/webp', async () => cut(await aWebp()), 'PHOTO_UNREADABLE'],
    ['a HEIC that breaks off', 'image/heic', () => cut(aHeic()), 'PHOTO_UNREADABLE'],
    ['a PNG of 200 megapixels', 'image/png', () => HUGE_PNG, 'PHOTO_UNREADABLE'],
    [
      'a HEIC of 200 megapixels',
      'image/heic',
      () => aHeic({ width: 20_000, height: 10_000 }),
      'PHOTO_UNREADABLE',
    ],
  ];

describe('announced, put and confirmed', () => {
  test.each(NO_PICTURES)('%s is refused', async (_, contentType, make, code) => {
    const bytes = await make();
    const said = announcementOf(bytes, contentType);
    expect(await refusalOf(bytes, said)).toMatchObject({ code });
    expect(await blobsOfItem()).toEqual([]);
    expect(await desk.get(said.photoId)).toMatchObject({ state: 'WAITING', url: null });
    expect(await desk.refusedConfirmation(said.photoId)).toMatchObject({ code: 'PHOTO_NOT_UPLOADED' });
  });

  test('a picture of too many pixels is refused by what its head says of them', async () => {
    const bytes = HUGE_PNG;
    const said = announcementOf(bytes, 'image/png');
    await desk.put(bytes, said);
    const problem = await desk.refusedConfirmation(said.photoId);
    expect(problem.detail).toBe('The picture has 200 megapixels; at most 100 are taken');
  });

  test('other bytes than announced are refused, and the right ones can be sent then', async () => {
    const [right, wrong] = [await aJpeg(), await aJpeg()];
    const said = { ...announcementOf(right), sizeBytes: wrong.length };
    expect(await refusalOf(wrong, said)).toMatchObject({
      status: 400,
      code: 'PHOTO_MISMATCH',
      detail: 'The bytes have another SHA-256 than was announced',
    });
    expect(await blobsOfItem()).toEqual([]);
    const photo = await desk.store(right, { ...said, sizeBytes: right.length });
    expect(photo).toMatchObject({ id: said.photoId, state: 'STORED', sizeBytes: right.length });
  });

  test('another size than announced is refused', async () => {
    const bytes = await aJpeg();
    const problem = await refusalOf(bytes, { ...announcementOf(bytes), sizeBytes: bytes.length + 1 });
    expect(problem.code).toBe('PHOTO_MISMATCH');
    expect(problem.detail).toBe(`${bytes.length} bytes arrived, announced were ${bytes.length + 1}`);
  });

  test('another format than announced is refused', async () => {
    const bytes = await aPng();
    expect(await refusalOf(bytes, announcementOf(bytes, 'image/jpeg'))).toMatchObject({
      code: 'PHOTO_MISMATCH',
      detail: 'The bytes are image/png, announced was image/jpeg',
    });
  });

  test('bytes that were put as something else than announced are refused', async () => {
    const bytes = await aJpeg();
    const said = announcementOf(bytes);
    const ticket = await desk.announce(said);
    await putBytes({ ...ticket, headers: { ...ticket.headers, 'Content-Type': 'text/html' } }, bytes);
    expect(await desk.refusedConfirmation(said.photoId)).toMatchObject({
      code: 'PHOTO_MISMATCH',
      detail: 'It was uploaded as text/html, announced was image/jpeg',
    });
  });

  test('more than ten megabytes are refused without being read', async () => {
    const said = announcementOf(await aJpeg());
    expect(await refusalOf(Buffer.alloc(11 * 1024 * 1024), said)).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
    });
    expect(await blobsOfItem()).toEqual([]);
  });

  test('what never arrived can not be confirmed', async () => {
    const said = announcementOf(await aJpeg());
    await desk.announce(said);
    expect(await desk.refusedConfirmation(said.photoId)).toMatchObject({
      status: 409,
      code: 'PHOTO_NOT_UPLOADED',
    });
    expect(await desk.refusedConfirmation(crypto.randomUUID())).toMatchObject({ code: 'PHOTO_NOT_FOUND' });
  });

  test.each([
    ['sha256', { sha256: 'AB'.repeat(32) }],
    ['sizeBytes', { sizeBytes: 0 }],
    ['photoId', { photoId: '../../bravo' }],
    ['contentType', { contentType: 'image/svg+xml' }],
  ])('an announcement with a wrong %s is refused', async (path, wrong) => {
    expect(await refusedAnnouncement(wrong)).toMatchObject({ code: 'VALIDATION_FAILED', errors: [{ path }] });
  });

  test('more than ten megabytes are too large to be announced', async () => {
    expect(await refusedAnnouncement({ sizeBytes: MAX_PHOTO_BYTES + 1 })).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      detail: 'A photo has at most 10 MiB',
    });
  });

  async function refusedAnnouncement(wrong: object): Promise<unknown> {
    const response = await desk.caller.fetch(`/equipment/${desk.ownerId}/photos/upload-url`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...announcementOf(await aJpeg()), ...wrong }),
    });
    return response.json();
  }
});

describe('sent in one request', () => {
  const problemOf = async (response: Response) => problemSchema.parse(await response.json());

  test.each(NO_PICTURES)('%s is refused, and nothing is known of it', async (_, _type, make, code) => {
    expect(await problemOf(await desk.send(await make()))).toMatchObject({ code });
    expect(await desk.list()).toEqual([]);
    expect(await blobsOfItem()).toEqual([]);
  });

  test('more than ten megabytes are refused', async () => {
    const problem = await problemOf(await desk.send(Buffer.alloc(11 * 1024 * 1024)));
    expect(problem).toMatchObject({
      status: 413,
      code: 'PAYLOAD_TOO_LARGE',
      detail: 'A photo has at most 10 MiB',
    });
  });

  test('other bytes than their SHA-256 says are refused', async () => {
    const response = await desk.send(await aJpeg(), { sha256: 'ab'.repeat(32) });
    expect(await problemOf(response)).toMatchObject({ code: 'PHOTO_MISMATCH' });
  });

  test.each([
    ['photoId', { photoId: 'x' }, 'photoId'],
    ['location', { location: '{' }, 'location'],
    ['location', { location: '{"latitude":91}' }, 'location.latitude'],
    ['takenAt', { takenAt: 'yesterday' }, 'takenAt'],
  ])('a wrong %s is pointed at', async (_, fields, path) => {
    const problem = await problemOf(await desk.send(await aJpeg(), fields));
    expect(problem.code).toBe('VALIDATION_FAILED');
    expect(problem.errors?.map((error) => error.path)).toContain(path);
  });

  test('an empty file, none at all and a body that is no form are refused', async () => {
    expect(await problemOf(await desk.send(Buffer.alloc(0)))).toMatchObject({ errors: [{ path: 'file' }] });
    const post = (init: RequestInit) =>
      desk.caller.fetch(`/equipment/${desk.ownerId}/photos`, { method: 'POST', ...init });
    const form = new FormData();
    form.set('photoId', crypto.randomUUID());
    expect(await problemOf(await post({ body: form }))).toMatchObject({
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'file', message: 'Send the photo as the part "file"' }],
    });
    const json = { body: '{}', headers: { 'content-type': 'application/json' } };
    expect(await problemOf(await post(json))).toMatchObject({ code: 'UNSUPPORTED_MEDIA_TYPE' });
  });
});
