import type { Fix } from '@wellpulse/domain';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { PositionAccess, Positions, PositionTrouble } from '../native/ports.ts';
import { phoneClock } from './phone-clock.ts';
import { PositionTracker, SEARCH_MS, STALE_MS } from './position-tracker.ts';

const well = { latitude: 31.8457, longitude: -102.3676 };
const FEET_PER_DEGREE = 364_813;

/** A source that does what a test says. */
class Source implements Positions {
  given: PositionAccess = 'GRANTED';
  asked = 0;
  watches = 0;
  onFix: (fix: Fix) => void = () => undefined;
  onTrouble: (trouble: PositionTrouble) => void = () => undefined;

  async access() {
    return this.given;
  }

  async ask() {
    this.asked += 1;
    return this.given;
  }

  watch(onFix: (fix: Fix) => void, onTrouble: (trouble: PositionTrouble) => void) {
    this.watches += 1;
    Object.assign(this, { onFix, onTrouble });
    return () => {
      this.watches -= 1;
    };
  }

  tell(feetNorth: number, accuracyFeet: number): void {
    const latitude = well.latitude + feetNorth / FEET_PER_DEGREE;
    this.onFix({ ...well, latitude, accuracyFeet, capturedAt: new Date().toISOString() });
  }
}

let source: Source;
let tracker: PositionTracker;
let told: number;
beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2025, 9, 20, 14, 30) });
  source = new Source();
  const clock = phoneClock(() => new Uint8Array(8));
  tracker = new PositionTracker(source, (ms, run) => clock.after(ms, run));
  told = 0;
  tracker.subscribe(() => (told += 1));
});
afterEach(() => {
  tracker.stop();
  vi.useRealTimers();
});

const accuracy = () => (tracker.state.kind === 'FIX' ? tracker.state.fix.accuracyFeet : tracker.state.kind);

test('nobody is asked before they want it', async () => {
  source.given = 'ASKABLE';
  await tracker.resume();
  expect([tracker.state.kind, source.asked, source.watches]).toEqual(['OFF', 0, 0]);
  source.given = 'GRANTED';
  await tracker.turnOn();
  expect([tracker.state.kind, source.asked, source.watches]).toEqual(['SEARCHING', 1, 1]);
});

test('a fix gets sharper, and is told only where a person sees the difference', async () => {
  await tracker.resume();
  source.tell(0, 120);
  source.tell(4, 40);
  expect(accuracy()).toBe(40);
  told = 0;
  source.tell(5, 39.5);
  source.tell(6, 80);
  expect([accuracy(), told]).toEqual([39.5, 0]);
  // A slow walk is seen in the end.
  source.tell(8, 39.5);
  expect(told).toBe(1);
});

test('no fix in time is said, and one that comes later is taken', async () => {
  await tracker.resume();
  vi.advanceTimersByTime(SEARCH_MS - 1);
  expect(tracker.state.kind).toBe('SEARCHING');
  vi.advanceTimersByTime(1);
  expect(tracker.state.kind).toBe('NO_FIX');
  source.tell(0, 16);
  expect(accuracy()).toBe(16);
});

test('a device that tells nothing more is asked anew, and what it said before ends if it stays silent', async () => {
  await tracker.resume();
  source.tell(0, 16);
  vi.advanceTimersByTime(STALE_MS);
  expect([source.watches, accuracy()]).toEqual([1, 16]);
  source.tell(2000, 60);
  expect(accuracy()).toBe(60);
  vi.advanceTimersByTime(STALE_MS + SEARCH_MS);
  expect([source.watches, tracker.state.kind]).toEqual([1, 'NO_FIX']);
});

test('a moment without a signal takes no fix away, and a refusal does', async () => {
  await tracker.resume();
  source.onTrouble('NO_FIX');
  expect(tracker.state.kind).toBe('NO_FIX');
  source.tell(0, 16);
  source.onTrouble('NO_FIX');
  expect(accuracy()).toBe(16);
  source.onTrouble('REFUSED');
  expect(tracker.state.kind).toBe('REFUSED');
});

test.each(['REFUSED', 'ASKABLE'] as const)('whoever answers %s is not measured', async (given) => {
  source.given = given;
  await tracker.turnOn();
  expect([tracker.state.kind, source.watches]).toEqual([given === 'REFUSED' ? 'REFUSED' : 'OFF', 0]);
});

test('a platform that fails to answer gives nothing', async () => {
  source.ask = () => Promise.reject(new Error('No module of this name'));
  await tracker.turnOn();
  expect(tracker.state.kind).toBe('REFUSED');
});

test('once it is stopped nothing is measured, nor kept, nor begun by an answer that comes late', async () => {
  await tracker.resume();
  source.tell(0, 16);
  tracker.stop();
  expect([tracker.state.kind, tracker.order, source.watches]).toEqual(['OFF', null, 0]);
  const late = tracker.turnOn();
  tracker.stop();
  await late;
  expect([tracker.state.kind, source.watches]).toEqual(['OFF', 0]);
});

test('lists are put in order anew once the person has gone somewhere else', async () => {
  await tracker.resume();
  source.tell(0, 16);
  const first = tracker.order;
  source.tell(200, 16);
  expect(tracker.order).toBe(first);
  source.tell(900, 16);
  expect(tracker.order).not.toBe(first);
});
