import { type ClockVector, type Look, clockVectors } from '@wellpulse/testing/clock-vectors';
import { describe, expect, it, test } from 'vitest';
import { lastKnownOffset, offsetsOf, presentOffset, sentAtOf } from './offsets.ts';
import { isWrongClock } from './skew.ts';
import { anchorOf, beginsStretch, lookedAt, newStretch, type ClockSample, type Stretch } from './stretch.ts';

const sampleOf = ({ wall, monotonicSeconds, boot }: Look, countsSleep: boolean): ClockSample => ({
  wall: Date.parse(wall),
  monotonic: monotonicSeconds * 1000,
  countsSleep,
  boot,
});
const moved = (sample: ClockSample, ms: number): ClockSample => ({
  ...sample,
  wall: sample.wall + ms,
  monotonic: sample.monotonic + ms,
});

function play({ looks, countsSleep }: ClockVector) {
  const stretches: Stretch[] = [];
  const saved: { name: string; at: string; stretch: string }[] = [];
  let before: ClockSample | null = null;
  for (const look of looks) {
    const sample = sampleOf(look, countsSleep);
    const current = stretches.at(-1);
    let stretch: Stretch =
      before === null || current === undefined || beginsStretch(before, sample)
        ? newStretch(String(stretches.length), sample)
        : lookedAt(current, sample);
    if (look.hears !== undefined) {
      const half = ((look.tookSeconds ?? 0) * 1000) / 2;
      const anchor = anchorOf(moved(sample, -half), moved(sample, half), Date.parse(look.hears));
      stretch = { ...stretch, anchor: anchor ?? stretch.anchor };
    }
    if (stretch.id !== current?.id) stretches.push(stretch);
    else stretches[stretches.length - 1] = stretch;
    if (look.saves !== undefined) saved.push({ name: look.saves, at: look.wall, stretch: stretch.id });
    before = sample;
  }
  return { stretches, saved, last: before };
}

describe('the vectors of the protocol', () => {
  test.each(clockVectors)('$name', (vector) => {
    const { stretches, saved, last } = play(vector);
    const { sender } = vector;
    // A foreign file's sender counts by the server's time as it knows it: how wrong its own wall clock is says nothing about others.
    const present =
      sender === undefined
        ? { wall: last?.wall ?? 0, offset: presentOffset(stretches) ?? Number.NaN }
        : { wall: Date.parse(sender.server), offset: 0 };
    const offsets = offsetsOf(stretches, present, sender === undefined);
    expect(stretches.map(({ id }) => offsets.get(id))).toEqual(vector.offsetsMs);
    const received = present.wall + present.offset;
    for (const { name, at, stretch } of saved) {
      const sentAt = sentAtOf(present, offsets.get(stretch) ?? Number.NaN);
      const wanted = vector.sentAt[name];
      if (wanted !== undefined) expect(new Date(sentAt).toISOString()).toBe(wanted);
      const occurredAt = Math.min(Date.parse(at) + received - sentAt, received);
      expect(new Date(occurredAt).toISOString()).toBe(vector.occurredAt[name]);
    }
  });
});

describe('a device that has not heard the server since it started', () => {
  it('does not know how late it is', () => {
    const [flat] = clockVectors.filter(({ name }) => name.startsWith('the battery'));
    const { stretches } = play({ ...(flat as ClockVector), looks: (flat as ClockVector).looks.slice(0, 3) });
    expect(presentOffset(stretches)).toBeNull();
  });
});

describe('a stretch that fits nowhere between what is known', () => {
  it('ends when the next one begins', () => {
    const stretch = (id: string, first: number, last: number): Stretch => ({
      ...{ id, boot: id, lead: null, first, last },
      anchor: null,
    });
    const known = { ...stretch('before', 0, 1000), anchor: { wall: 1000, server: 1000 } };
    const stretches = [known, stretch('long', 50_000, 90_000), stretch('now', 2000, 2000)];
    const offsets = offsetsOf(stretches, { wall: 2000, offset: 0 }, true);
    expect(offsets.get('long')).toBe(2000 - 90_000);
  });
});

describe('what a device says of its own clock', () => {
  const stretch = (id: string, first: number, server: number | null): Stretch => ({
    ...{ id, boot: id, lead: null, first, last: first + 1000 },
    anchor: server === null ? null : { wall: first + 1000, server },
  });

  it('is the newest offset that an answer told', () => {
    expect(lastKnownOffset([stretch('a', 0, 5000)])).toBe(4000);
    expect(lastKnownOffset([stretch('a', 0, 5000), stretch('b', 9000, null)])).toBe(4000);
    expect(lastKnownOffset([stretch('a', 0, 5000), stretch('b', 9000, 11_000)])).toBe(1000);
  });

  it('is nothing before the first answer, and after somebody set the clock back', () => {
    expect(lastKnownOffset([])).toBeNull();
    expect(lastKnownOffset([stretch('a', 0, null)])).toBeNull();
    expect(lastKnownOffset([stretch('a', 9000, 0), stretch('b', 0, null)])).toBeNull();
  });

  it('is worth a word beyond ten minutes', () => {
    expect([null, 0, 600_000, -600_000].map(isWrongClock)).toEqual([false, false, false, false]);
    expect([600_001, -600_001].map(isWrongClock)).toEqual([true, true]);
  });
});
