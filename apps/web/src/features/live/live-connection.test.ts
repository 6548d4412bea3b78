import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { delayBefore, LiveConnection, type EventStream } from './live-connection.ts';

class FakeStream implements EventStream {
  closed = false;
  readonly #listeners = new Map<string, (event: MessageEvent<string>) => void>();

  addEventListener(type: string, listener: (event: MessageEvent<string>) => void): void {
    this.#listeners.set(type, listener);
  }

  close(): void {
    this.closed = true;
  }

  emit(type: string, data: unknown = null): void {
    this.#listeners.get(type)?.(new MessageEvent(type, { data: JSON.stringify(data) }));
  }
}

function arrange() {
  const streams: FakeStream[] = [];
  const heard = { onStatus: vi.fn(), onChange: vi.fn(), onImportProgress: vi.fn(), onGap: vi.fn() };
  const firsts: boolean[] = [];
  const connection = new LiveConnection({
    ...heard,
    open: (isFirst) => {
      firsts.push(isFirst);
      const stream = new FakeStream();
      streams.push(stream);
      return stream;
    },
    random: () => 1,
  });
  return { connection, streams, firsts, ...heard };
}

describe('the live connection', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('passes on what the server tells, and ignores what it can not read', () => {
    const { connection, streams, onChange } = arrange();
    connection.connect();
    streams[0]?.emit('open');
    const change = { sequence: 7, entities: ['PRODUCTION'], wellIds: [] };
    streams[0]?.emit('change', change);
    streams[0]?.emit('change', { sequence: 'seven' });
    expect(onChange.mock.calls).toEqual([[change]]);
  });

  it('lets the server say what was missed before the first connection, and asks for all again after a later one', () => {
    const { connection, streams, firsts, onGap, onStatus } = arrange();
    connection.connect();
    streams[0]?.emit('open');
    expect(onGap).not.toHaveBeenCalled();
    connection.disconnect();
    connection.connect();
    streams[1]?.emit('open');
    expect([firsts, onGap.mock.calls.length]).toEqual([[true, false], 1]);
    expect(onStatus).toHaveBeenLastCalledWith('LIVE');
  });

  it('comes back after a failure and says once that something may have been missed', () => {
    const { connection, streams, onGap, onStatus } = arrange();
    connection.connect();
    streams[0]?.emit('open');
    streams[0]?.emit('error');
    expect(streams[0]?.closed).toBe(true);
    expect(onStatus).toHaveBeenLastCalledWith('RECONNECTING');
    vi.advanceTimersByTime(delayBefore(0, 1));
    streams[1]?.emit('open');
    expect(onGap).toHaveBeenCalledTimes(1);
    expect(onStatus).toHaveBeenLastCalledWith('LIVE');
  });

  it('waits longer after each failure, up to half a minute', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6].map((attempt) => delayBefore(attempt, 1));
    expect(delays).toEqual([1000, 2000, 4000, 8000, 16000, 30000, 30000]);
  });

  it('connects at once when asked to, instead of waiting', () => {
    const { connection, streams } = arrange();
    connection.connect();
    streams[0]?.emit('error');
    connection.connect();
    expect(streams).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(2);
  });

  it('stays away after it was disconnected', () => {
    const { connection, streams } = arrange();
    connection.connect();
    connection.disconnect();
    vi.advanceTimersByTime(60_000);
    expect(streams).toHaveLength(1);
  });
});
