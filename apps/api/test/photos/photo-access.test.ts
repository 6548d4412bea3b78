/** Who can reach which blob: an address opens the one that it was made for, for a while, and nothing else. */
import { endpoints } from '@wellpulse/contracts';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { createLogger } from '../../src/config/logger.ts';
import { SETTINGS, type Settings } from '../../src/config/settings.ts';
import { BlobStorage } from '../../src/photos/blob-storage.ts';
import { DASHBOARD, startApi } from '../support/harness.ts';
import { announcementOf, bytesAt, PhotoDesk, putBytes } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const { photos } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
afterEach(() => api.clock.run());
const { acme, bravo } = api;

const mine = await PhotoDesk.at(acme);
const theirs = await PhotoDesk.at(bravo);
const myBytes = await aJpeg();
const myPhoto = await mine.store(myBytes);
const theirPhoto = await theirs.store(await aJpeg());

/** An address, with the signature of another one. */
function withSignatureOf(url: string, other: string): string {
  const signed = new URL(url);
  signed.search = new URL(other).search;
  return signed.href;
}

const named = (url: string, blobName: string): string => {
  const other = new URL(url);
  const [, account, container] = other.pathname.split('/');
  other.pathname = `/${account ?? ''}/${container ?? ''}/${blobName}`;
  return other.href;
};

const put = (url: string) =>
  fetch(url, { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body: 'anything' });

describe('an address to read from', () => {
  const myUrl = myPhoto.url ?? '';

  test('reads its own blob', async () => {
    expect(await bytesAt(myUrl)).toEqual(myBytes);
  });

  test('reads no other: neither another tenant’s, nor another of the same item', async () => {
    const another = await mine.store(await aJpeg());
    for (const url of [theirPhoto.url, theirPhoto.thumbnailUrl, another.url, myPhoto.thumbnailUrl]) {
      expect((await fetch(withSignatureOf(url ?? '', myUrl))).status).toBe(403);
    }
  });

  test('writes and deletes nothing', async () => {
    expect((await put(myUrl)).status).toBe(403);
    expect((await fetch(myUrl, { method: 'DELETE' })).status).toBe(403);
    expect(await bytesAt(myUrl)).toEqual(myBytes);
  });

  test('opens nothing once it has expired', async () => {
    api.clock.stopAt(new Date(Date.now() - 60 * 60_000).toISOString());
    const expired = await mine.get(myPhoto.id);
    expect(Date.parse(expired.urlExpiresAt ?? '')).toBeLessThan(Date.now());
    expect((await fetch(expired.url ?? '')).status).toBe(403);
  });

  test('is needed: without a signature nothing is shown or listed', async () => {
    const bare = new URL(myUrl);
    bare.search = '';
    expect((await fetch(bare)).ok).toBe(false);
    const [, account, container] = bare.pathname.split('/');
    const list = new URL(`/${account ?? ''}/${container ?? ''}?restype=container&comp=list`, bare);
    expect((await fetch(list)).ok).toBe(false);
    expect((await put(bare.href)).ok).toBe(false);
  });
});

describe('an address to put bytes to', () => {
  test('writes its own upload place, and neither reads it nor writes anywhere else', async () => {
    const { uploadUrl, blobName } = await mine.announce(announcementOf(await aJpeg()));
    const theirTicket = await theirs.announce(announcementOf(await aJpeg()));
    expect((await fetch(uploadUrl)).status).toBe(403);
    for (const url of [
      withSignatureOf(theirTicket.uploadUrl, uploadUrl),
      named(uploadUrl, blobName),
      named(uploadUrl, myPhoto.blobName),
      named(uploadUrl, theirPhoto.blobName),
      named(uploadUrl, theirTicket.blobName),
    ]) {
      expect((await put(url)).status).toBe(403);
    }
    expect((await put(uploadUrl)).status).toBe(201);
  });

  test('takes nothing once it has expired; a new one does', async () => {
    const bytes = await aJpeg();
    const said = announcementOf(bytes);
    api.clock.stopAt(new Date(Date.now() - 31 * 60_000).toISOString());
    expect((await putBytes(await mine.announce(said), bytes)).status).toBe(403);
    api.clock.run();
    expect(await mine.store(bytes, said)).toMatchObject({ state: 'STORED' });
  });
});

test('where outsiders don’t reach the storage, an address names the one origin, with the signature as it is', async () => {
  const blobUpstream = new URL(myPhoto.url ?? '').origin;
  const settings = { ...api.app.get<Settings>(SETTINGS), blobUpstream };
  const storage = new BlobStorage(settings, createLogger('silent'));
  const url = await storage.readUrl(myPhoto.blobName, new Date(Date.now() + 60_000));
  const [outside, inside] = [`${DASHBOARD}/blob/`, `${blobUpstream}/`];
  expect(url).toMatch(new RegExp(`^${outside}\\w+/wellpulse-photos/`));
  expect(await bytesAt((url ?? '').replace(outside, inside))).toEqual(myBytes);
});

test('a browser may put and load from the dashboard’s pages, and from no others', async () => {
  const { uploadUrl } = await mine.announce(announcementOf(await aJpeg()));
  const preflight = (origin: string) =>
    fetch(uploadUrl, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type,x-ms-blob-type',
      },
    });
  const allowed = await preflight(DASHBOARD);
  expect(allowed.status).toBe(200);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(DASHBOARD);
  expect((await preflight('https://elsewhere.test')).status).toBe(403);
});

test('another tenant’s photo is not found, like one that nobody has', async () => {
  const ask = async (equipmentId: string, photoId: string) => {
    const { requestId: _, ...problem } = await acme.operator.refusal(photos.get, {
      params: { ownerId: equipmentId, photoId },
    });
    return problem;
  };
  const nobodys = crypto.randomUUID();
  expect(await ask(mine.ownerId, theirPhoto.id)).toEqual(await ask(mine.ownerId, nobodys));
  expect(await ask(theirs.ownerId, theirPhoto.id)).toEqual(await ask(nobodys, theirPhoto.id));
  // An id of one's own choosing may be one that another tenant has taken, without anybody seeing it.
  const bytes = await aJpeg();
  const photo = await mine.store(bytes, { ...announcementOf(bytes), photoId: theirPhoto.id });
  expect(photo.id).toBe(theirPhoto.id);
  expect(await bytesAt((await theirs.get(theirPhoto.id)).url)).not.toEqual(bytes);
});
