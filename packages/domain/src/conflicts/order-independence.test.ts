/**
 * The promise of the sync protocol: under last-write-wins the same creations and updates lead to the same values in
 * every order of arrival that keeps each device's own order and the versions that were seen.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DomainEvent } from '../write-path/event.ts';
import { actor, anEvent, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { applyEvent } from '../write-path/apply.ts';
import { productionKey, type Workset } from '../write-path/workset.ts';

const DAY = '2025-06-10';
const DEVICES = ['a', 'b', 'c'] as const;
const FIELDS = ['oilVolume', 'gasVolume', 'waterVolume'] as const;

interface Step {
  readonly device: number;
  /** What the device does before it sends: whether it pulls what the server has now. */
  readonly pulls: boolean;
  readonly clock: number;
  readonly values: Readonly<Partial<Record<(typeof FIELDS)[number], number>>>;
}

const step: fc.Arbitrary<Step> = fc.record({
  device: fc.nat({ max: 2 }),
  pulls: fc.boolean(),
  clock: fc.nat({ max: 6 }),
  values: fc
    .record(
      { oilVolume: fc.nat({ max: 2 }), gasVolume: fc.nat({ max: 2 }), waterVolume: fc.nat({ max: 2 }) },
      { requiredKeys: [] },
    )
    .filter((values) => Object.keys(values).length > 0),
});

const idOf = (letter: string): string => `01890000-0000-7000-8000-00000000de${letter}${letter}`;

/** What a device sends, and the events that it had seen when it did. */
interface Sent {
  readonly event: DomainEvent;
  readonly device: number;
  readonly seen: number;
}

const recordIn = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));

/** Plays the steps in the order in which they happened: each device knows the version that it last pulled. */
function play(steps: readonly Step[]): Sent[] {
  const workset = aTenant();
  const seenVersion = [0, 0, 0];
  const seenCount = [0, 0, 0];
  return steps.map(({ device, pulls, clock, values }, index) => {
    if (pulls) {
      seenVersion[device] = recordIn(workset)?.version ?? 0;
      seenCount[device] = index;
    }
    const baseVersion = seenVersion[device] ?? 0;
    const event = anEvent(baseVersion === 0 ? 'PRODUCTION_CREATED' : 'PRODUCTION_UPDATED', {
      deviceId: idOf(DEVICES[device] ?? 'a'),
      source: 'MOBILE',
      baseVersion,
      occurredAt: new Date(Date.UTC(2025, 5, 15) + clock).toISOString(),
      payload: { productionDate: DAY, ...values },
    });
    applyEvent(workset, event, actor('OPERATOR'));
    return { event, device, seen: seenCount[device] ?? 0 };
  });
}

/**
 * Orders that keep each device's own order, and for each event that what its sender had seen still comes first and in
 * its order, so that the version it names is the state that was seen.
 */
function shuffled(sent: readonly Sent[], picks: readonly number[]): Sent[] {
  const placed: number[] = [];
  const rest = sent.map((_, index) => index);
  const longestPrefix = Math.max(...sent.map(({ seen }) => seen), 0);
  for (const pick of [...picks, ...rest.map(() => 0)]) {
    const free = rest.filter((index) => isFree(sent, placed, index, longestPrefix));
    const chosen = free[pick % Math.max(free.length, 1)];
    if (chosen === undefined) break;
    placed.push(chosen);
    rest.splice(rest.indexOf(chosen), 1);
  }
  return placed.flatMap((index) => sent[index] ?? []);
}

function isFree(sent: readonly Sent[], placed: readonly number[], index: number, prefix: number): boolean {
  // What anybody has seen is history: it is what it was.
  if (placed.length < prefix) return index === placed.length;
  return sent.every(
    ({ device }, earlier) => earlier >= index || device !== sent[index]?.device || placed.includes(earlier),
  );
}

function valuesAfter(sent: readonly Sent[]): unknown {
  const workset = aTenant();
  for (const { event } of sent) {
    const decision = applyEvent(workset, event, actor('OPERATOR'));
    expect(decision.ok).toBe(true);
  }
  const row = recordIn(workset);
  return FIELDS.map((field) => row?.[field]);
}

test('the same entries lead to the same values in every order of arrival', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 6 }),
      fc.array(fc.nat({ max: 5 }), { minLength: 6, maxLength: 6 }),
      (steps, picks) => {
        const sent = play(steps);
        expect(valuesAfter(shuffled(sent, picks))).toEqual(valuesAfter(sent));
      },
    ),
    { numRuns: 20_000 },
  );
});
