/**
 * The promise of docs/sync-protocol.md, "Taking back one's own": under last-write-wins the same creations, updates and
 * takings back lead to the same values in every order of arrival. An order keeps each device's own order and the versions
 * that were seen.
 *
 * A version names a state that a device was shown. So what anybody has seen comes first in every order, as it came then.
 *
 * The same holds on a day of which an import has given a share of the month (ADR 91).
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '@wellpulse/testing/depth';
import type { DomainEvent } from '../state/event.ts';
import { actor, anEvent, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { applyEvent } from '../write-path/apply.ts';
import { productionKey, type Workset } from '../state/workset.ts';

const DAY = '2025-06-10';
const ANN = '01890000-0000-7000-8000-0000000000a1';
const BEN = '01890000-0000-7000-8000-0000000000a2';
const FIELDS = ['oilVolume', 'gasVolume', 'notes'] as const;
type Values = Readonly<Partial<Record<(typeof FIELDS)[number], number | string | null>>>;

/** Ann has a laptop and a phone, Ben a tablet, both share a truck; and both use the web, which sees the record as it is. */
const WRITERS = [
  { device: 'a', person: ANN },
  { device: 'b', person: ANN },
  { device: 'c', person: BEN },
  { device: 'd', person: ANN },
  { device: 'd', person: BEN },
  { device: null, person: ANN },
  { device: null, person: BEN },
] as const;

interface Step {
  readonly writer: number;
  /** Whether the device pulls what the server has now before its person types. */
  readonly pulls: boolean;
  readonly clock: number;
  /** Null takes back. */
  readonly values: Values | null;
  /** The device does not hold the day. */
  readonly isUnknown: boolean;
  readonly photo: 'a' | 'b' | null;
}

const volume = fc.constantFrom(null, 0, 1, 2);
const step: fc.Arbitrary<Step> = fc.record({
  writer: fc.constantFrom(0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6),
  pulls: fc.constantFrom(false, false, true),
  clock: fc.nat({ max: 6 }),
  values: fc.oneof(
    fc.constant(null),
    fc
      .record(
        { oilVolume: volume, gasVolume: volume, notes: fc.constantFrom(null, 'x', 'y') },
        { requiredKeys: [] },
      )
      .filter((values) => Object.keys(values).length > 0),
  ),
  isUnknown: fc.constantFrom(false, false, false, true),
  photo: fc.constantFrom(null, null, 'a', 'b'),
});

interface Sent {
  readonly event: DomainEvent;
  readonly sender: string;
  readonly seen: number;
}

interface View {
  readonly version: number;
  readonly count: number;
  readonly values: Values | null;
}
const NOTHING: View = { version: 0, count: 0, values: null };

const recordIn = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));
const hasVolume = ({ oilVolume, gasVolume }: Values): boolean =>
  (oilVolume ?? null) !== null || (gasVolume ?? null) !== null;
const apply = (workset: Workset, event: DomainEvent): boolean =>
  applyEvent(workset, event, actor('OPERATOR', event.userId ?? '')).ok;

/** A share of the month's total. It came after all that people type here. */
function anEstimatedDay(): Workset {
  const workset = aTenant();
  const payload = { productionDate: DAY, oilVolume: 1, gasVolume: 2, estimatedFrom: '2025-06' };
  applyEvent(workset, anEvent('PRODUCTION_CREATED', { payload, source: 'IMPORT' }), actor('MANAGER'));
  return workset;
}

const BEGINNINGS = [
  { day: 'an empty day', begin: aTenant },
  { day: 'an estimated day', begin: anEstimatedDay },
] as const;
type Begin = () => Workset;

/** Plays the steps in the order in which they happened: each device knows the version that it last pulled. */
function play(steps: readonly Step[], begin: Begin): Sent[] {
  const workset = begin();
  const views = new Map<string, View>();
  return steps.map((given, index) => {
    const { device, person } = WRITERS[given.writer] ?? WRITERS[0];
    const sender = device ?? `web ${index}`;
    const row = recordIn(workset);
    const pulled = { version: row?.version ?? 0, count: index, values: row?.deleted === false ? row : null };
    const view = given.pulls || device === null ? pulled : (views.get(sender) ?? NOTHING);
    const number = device === null ? null : index + 1;
    const event = { ...toEvent(given, device, person, view), deviceSequence: number };
    const isTaken = apply(workset, event);
    const values = given.values === null ? null : { ...view.values, ...given.values };
    views.set(sender, isTaken ? { ...view, values } : view);
    // The web sees all that there is, and nobody comes before it who came after.
    return { event, sender, seen: device === null ? index + 1 : view.count };
  });
}

function toEvent(
  { values, clock, isUnknown, photo }: Step,
  device: string | null,
  userId: string,
  view: View,
): DomainEvent {
  const base = {
    userId,
    deviceId: device === null ? null : `01890000-0000-7000-8000-00000000de${device}${device}`,
    source: device === null ? ('WEB' as const) : ('MOBILE' as const),
    baseVersion: device === null ? null : view.version,
    occurredAt: new Date(Date.UTC(2025, 5, 15) + clock).toISOString(),
  };
  if (values === null) return anEvent('PRODUCTION_DELETED', { ...base, payload: { productionDate: DAY } });
  const day = { productionDate: DAY, ...(photo === null ? {} : { photos: [aPhoto(photo)] }) };
  if (view.values !== null)
    return anEvent('PRODUCTION_UPDATED', { ...base, payload: { ...day, ...values } as never });
  const payload = { ...day, ...(hasVolume(values) ? values : { ...values, oilVolume: 1 }) };
  const isNull = isUnknown && device !== null && view.version === 0;
  return anEvent('PRODUCTION_CREATED', {
    ...base,
    ...(isNull ? { baseVersion: null } : {}),
    payload: payload as never,
  });
}

const aPhoto = (of: 'a' | 'b') => ({
  photoId: `01890000-0000-7000-8000-0000000000${of}${of}`,
  sha256: of.repeat(64),
  sizeBytes: 1000,
  contentType: 'image/jpeg' as const,
});

/** Whether this one may come next: what anybody has seen is history, and each device keeps its order. */
function isFree(sent: readonly Sent[], placed: readonly number[], index: number, prefix: number): boolean {
  if (placed.length < prefix) return index === placed.length;
  return sent.every(
    ({ sender }, earlier) => earlier >= index || sender !== sent[index]?.sender || placed.includes(earlier),
  );
}

const prefixOf = (sent: readonly Sent[]): number => Math.max(...sent.map(({ seen }) => seen), 0);

function freeAfter(sent: readonly Sent[], placed: readonly number[]): number[] {
  const rest = sent.map((_, index) => index).filter((index) => !placed.includes(index));
  return rest.filter((index) => isFree(sent, placed, index, prefixOf(sent)));
}

function shuffled(sent: readonly Sent[], picks: readonly number[]): number[] {
  const placed: number[] = [];
  for (const index of sent.keys()) {
    const free = freeAfter(sent, placed);
    placed.push(free[(picks[index] ?? 0) % free.length] ?? 0);
  }
  return placed;
}

function* allOrders(sent: readonly Sent[], placed: readonly number[] = []): Generator<readonly number[]> {
  if (placed.length === sent.length) yield placed;
  for (const next of freeAfter(sent, placed)) yield* allOrders(sent, [...placed, next]);
}

/** The values that they lead to, and which entries are taken. What takes nothing back makes no difference. */
function outcomeOf(sent: readonly Sent[], order: readonly number[], begin: Begin) {
  const workset = begin();
  const taken = order.flatMap((index) => {
    const event = sent[index]?.event;
    if (event === undefined) throw new Error('An order names what was sent');
    return apply(workset, event) && event.eventType !== 'PRODUCTION_DELETED' ? [event.id] : [];
  });
  const row = recordIn(workset);
  const isThere = row?.deleted === false;
  return {
    isThere,
    values: isThere ? [...FIELDS.map((field) => row[field]), row.estimatedFrom, row.photoHashes] : null,
    taken: taken.sort(),
  };
}

// Holds M1, M6, M9.

test.each(BEGINNINGS)(
  'on $day entries and takings back lead to the same values in every order of arrival',
  ({ begin }) => {
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 3, maxLength: 9 }),
        fc.array(fc.nat({ max: 8 }), { minLength: 9, maxLength: 9 }),
        (steps, picks) => {
          const sent = play(steps, begin);
          const outcome = outcomeOf(sent, [...sent.keys()], begin);
          expect(outcomeOf(sent, shuffled(sent, picks), begin)).toEqual(outcome);
        },
      ),
      { numRuns: times(1000, 30_000) },
    );
  },
);

test.each(BEGINNINGS)('on $day few of them lead to the same values in all orders there are', ({ begin }) => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 2, maxLength: 5 }), (steps) => {
      const sent = play(steps, begin);
      const outcome = outcomeOf(sent, [...sent.keys()], begin);
      for (const order of allOrders(sent)) expect(outcomeOf(sent, order, begin)).toEqual(outcome);
    }),
    { numRuns: times(350, 8000) },
  );
});
