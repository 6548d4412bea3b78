/** The photos of a form on their way to the server, and to a storage beside it. */
import { describePhotoHost } from '@wellpulse/forms/testing';
import type { PreparedPhoto } from '@wellpulse/ui';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import { afterEach, vi } from 'vitest';
import { photoKeeping } from './photo-keeping.ts';
import type { StoredPhoto } from './store-photo.ts';

const OWNER = { kind: 'EQUIPMENT', id: '01890000-0000-7000-8000-00000000e001' } as const;

/** A server and a storage in memory: what was put is there once it is confirmed. */
class Office {
  isReached = true;
  readonly confirmed = new Set<string>();
  readonly #put = new Map<string, string>();

  readonly fetch = async (address: string | URL | Request, init: RequestInit = {}): Promise<Response> => {
    init.signal?.throwIfAborted();
    if (!this.isReached) throw new TypeError('fetch failed');
    if (typeof init.body !== 'string') {
      const url = address instanceof Request ? address.url : address.toString();
      const photoId = /photos\/([^/]+)\/confirm/.exec(url)?.[1] ?? '';
      this.confirmed.add(this.#put.get(photoId) ?? 'nothing was put');
      return Response.json({ id: photoId, blobName: `acme/${photoId}` });
    }
    const { photoId } = JSON.parse(init.body) as { photoId: string };
    const uploadUrl = `https://blobs.example.com/${photoId}`;
    return Response.json({ state: 'WAITING', uploadUrl, blobName: `acme/${photoId}`, headers: {} });
  };

  put(url: string, text: string): boolean {
    if (this.isReached) this.#put.set(url.slice(url.lastIndexOf('/') + 1), text);
    return this.isReached;
  }
}

/** As much of the browser's as sending needs. */
const requestTo = (office: Office) =>
  class extends EventTarget {
    readonly upload = new EventTarget();
    readonly responseText = '';
    status = 0;
    #url = '';
    #isAborted = false;

    open(_: string, url: string): void {
      this.#url = url;
    }
    setRequestHeader(): void {}
    abort(): void {
      this.#isAborted = true;
      this.dispatchEvent(new Event('abort'));
    }
    async send(body: Blob): Promise<void> {
      const text = await body.text();
      if (this.#isAborted) return;
      const sent = Object.assign(new Event('progress'), { loaded: text.length, total: text.length });
      this.upload.dispatchEvent(sent);
      this.status = 201;
      this.dispatchEvent(new Event(office.put(this.#url, text) ? 'load' : 'error'));
    }
  };

afterEach(() => {
  vi.unstubAllGlobals();
});

let shots = 0;
describePhotoHost<File, PreparedPhoto, StoredPhoto>('a browser', async () => {
  const office = new Office();
  vi.stubGlobal('fetch', office.fetch);
  vi.stubGlobal('XMLHttpRequest', requestTo(office));
  return {
    host: photoKeeping(createWords('en'), OWNER, () => undefined),
    prepared: async () => {
      shots += 1;
      const text = `shot ${String(shots)}`;
      const sha256 = createHash('sha256').update(text).digest('hex');
      const facts = { takenAt: null, location: null };
      return { ...facts, blob: new Blob([text]), name: 'a.jpg', contentType: 'image/jpeg', sha256 };
    },
    has: async ({ blob }) => office.confirmed.has(await blob.text()),
    breakOff: () => {
      office.isReached = false;
    },
  };
});
