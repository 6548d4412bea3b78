import { describeTransport } from '@wellpulse/offline/testing';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SendFile } from '../native/ports.ts';
import { outgoing, sendFile } from '../native/storage/send-file.ts';
import { sendFile as sendFileOfBrowser } from '../native/storage/send-file.web.ts';
import { phoneTransport } from './phone-transport.ts';

vi.mock('expo-file-system', () => import('../native/files/expo-files.fixture.ts'));

// What leaves a phone stands unsealed on its disk for so long, and no longer.
afterEach(() => {
  expect(outgoing.exists).toBe(false);
});

describeTransport('a phone', phoneTransport(sendFile), { sendsStreams: false });
describeTransport('a browser', phoneTransport(sendFileOfBrowser), { sendsStreams: false });

describe('a photo of 300 bytes, on a link whose patience is 10 ms', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const sent: number[] = [];
  /** Something leaves after so many milliseconds, each time. */
  const putWith = (waits: readonly number[]) => {
    sent.length = 0;
    const send: SendFile = async ({ onSent, signal }) => {
      for (const [at, wait] of waits.entries()) {
        await vi.advanceTimersByTimeAsync(wait);
        if (signal.aborted) throw new Error('Ended');
        onSent((at + 1) * 100);
      }
      return 201;
    };
    return phoneTransport(send)('https://wells.example.com/api').put({
      url: 'https://blobs.example.com/photo',
      headers: {},
      file: { place: '', size: 300, pieces: async function* () {} },
      timeoutMs: 10,
      onProgress: (bytes) => sent.push(bytes),
    });
  };

  test('tells how much of it has left, and takes as long as something does', async () => {
    expect(await putWith([300, 200, 100])).toMatchObject({ kind: 'ANSWERED', status: 201 });
    expect(sent).toEqual([0, 100, 200, 300, 300]);
  });

  test('is given up when nothing leaves any more', async () => {
    expect(await putWith([300, 220])).toEqual({ kind: 'TIMEOUT' });
    expect(sent).toEqual([0, 100]);
  });
});
