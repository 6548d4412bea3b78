import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PhotoQueue, type PhotoQueueHost } from './photo-queue.ts';
import type { PreparedPhoto } from './prepare-photo.ts';

const prepared = (name: string): PreparedPhoto => ({
  name,
  blob: new Blob(['bytes']),
  contentType: 'image/jpeg',
  sha256: 'a'.repeat(64),
  takenAt: null,
  location: null,
});

const file = (name: string) => new File(['bytes'], name);

/** A host whose uploads end when the test says so. */
function arrange() {
  const uploads = new Map<
    string,
    { settle: () => void; fail: (message: string) => void; signal: AbortSignal }
  >();
  let made = 0;
  const host: PhotoQueueHost = {
    prepare: ({ name }) =>
      Promise.resolve(
        name.endsWith('.svg') ? { ok: false, message: 'No picture' } : { ok: true, photo: prepared(name) },
      ),
    store: ({ name }, onProgress, signal) =>
      new Promise((resolve, reject) => {
        onProgress(0.5);
        uploads.set(name, {
          signal,
          settle: () => {
            resolve({ photoId: name, blobName: `acme/${name}` });
          },
          fail: (message) => {
            reject(new Error(message));
          },
        });
      }),
    unreadable: 'Unreadable',
    explain: (error) => ({ message: String(error), mayRetry: true }),
    makeId: () => `id-${(made += 1)}`,
  };
  const queue = new PhotoQueue(host);
  const states = () => queue.snapshot().map(({ name, state }) => `${name} ${state}`);
  return { queue, uploads, states };
}

describe('the photos of a form', () => {
  beforeEach(() => {
    vi.stubGlobal('URL', { createObjectURL: () => 'blob:preview', revokeObjectURL: () => undefined });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it('are sent two at a time, in the order in which they were chosen', async () => {
    const { queue, uploads, states } = arrange();
    queue.add([file('a'), file('b'), file('c')]);
    await vi.waitFor(() => {
      expect(states()).toEqual(['a UPLOADING', 'b UPLOADING', 'c QUEUED']);
    });
    uploads.get('a')?.settle();
    await vi.waitFor(() => {
      expect(states()).toEqual(['a STORED', 'b UPLOADING', 'c UPLOADING']);
    });
  });

  it('that are none are refused for good, and shown nothing of', async () => {
    const { queue, states } = arrange();
    queue.add([file('x.svg')]);
    await vi.waitFor(() => {
      expect(states()).toEqual(['x.svg FAILED']);
    });
    expect(queue.snapshot()[0]).toMatchObject({ mayRetry: false, message: 'No picture', previewUrl: null });
    queue.retry(queue.snapshot()[0]?.id ?? '');
    expect(states()).toEqual(['x.svg FAILED']);
  });

  it('that failed are sent again when somebody asks', async () => {
    const { queue, uploads, states } = arrange();
    queue.add([file('a')]);
    await vi.waitFor(() => {
      expect(uploads.has('a')).toBe(true);
    });
    uploads.get('a')?.fail('broken off');
    await vi.waitFor(() => {
      expect(states()).toEqual(['a FAILED']);
    });
    queue.retry('id-1');
    await vi.waitFor(() => {
      expect(states()).toEqual(['a UPLOADING']);
    });
    uploads.get('a')?.settle();
    await vi.waitFor(() => {
      expect(states()).toEqual(['a STORED']);
    });
  });

  it('that are taken away are not sent any further, and make room for the next', async () => {
    const { queue, uploads, states } = arrange();
    queue.add([file('a'), file('b'), file('c')]);
    await vi.waitFor(() => {
      expect(states()).toContain('c QUEUED');
    });
    queue.remove('id-1');
    expect(uploads.get('a')?.signal.aborted).toBe(true);
    await vi.waitFor(() => {
      expect(states()).toEqual(['b UPLOADING', 'c UPLOADING']);
    });
  });
});
