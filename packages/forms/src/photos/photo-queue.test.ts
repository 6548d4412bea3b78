import { describe, expect, it, vi } from 'vitest';
import { file, testHost } from './photo-host.fixture.ts';
import { PhotoQueue } from './photo-queue.ts';

function arrange() {
  const { host, uploads, released } = testHost();
  const queue = new PhotoQueue(host);
  const states = () => queue.photos.map(({ name, state }) => `${name} ${state}`);
  return { queue, uploads, released, states };
}

describe('the photos of a form', () => {
  it('are stored two at a time, in the order in which they were chosen', async () => {
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
    queue.add([file('x.svg'), file('y.gone')]);
    await vi.waitFor(() => {
      expect(states()).toEqual(['x.svg FAILED', 'y.gone FAILED']);
    });
    expect(queue.photos).toMatchObject([
      { mayRetry: false, message: 'No picture', previewUrl: null },
      { mayRetry: false, message: 'Unreadable', previewUrl: null },
    ]);
    queue.retry(queue.photos[0]?.id ?? '');
    expect(states()).toEqual(['x.svg FAILED', 'y.gone FAILED']);
  });

  it('that failed are stored again when somebody asks', async () => {
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
    expect(states()).toEqual(['a UPLOADING']);
    uploads.get('a')?.settle();
    await vi.waitFor(() => {
      expect(states()).toEqual(['a STORED']);
    });
  });

  it('that are taken away are not stored any further, and make room for the next', async () => {
    const { queue, uploads, released, states } = arrange();
    queue.add([file('a'), file('b'), file('c')]);
    await vi.waitFor(() => {
      expect(states()).toContain('c QUEUED');
    });
    queue.remove('id-1');
    expect([uploads.get('a')?.isCancelled, released]).toEqual([true, ['preview:a']]);
    uploads.get('a')?.fail('cancelled');
    await vi.waitFor(() => {
      expect(states()).toEqual(['b UPLOADING', 'c UPLOADING']);
    });
  });

  it('that are taken away while they are prepared leave nothing behind', async () => {
    const { queue, uploads, released } = arrange();
    queue.add([file('a')]);
    queue.remove('id-1');
    await vi.waitFor(() => {
      expect(released).toEqual(['preview:a']);
    });
    expect([queue.photos, uploads.size]).toEqual([[], 0]);
  });
});
