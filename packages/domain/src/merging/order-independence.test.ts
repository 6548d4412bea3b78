/**
 * The promise of docs/sync-protocol.md, "Conflicts": under last-write-wins the same creations and updates lead to the same
 * values in every order of arrival. An order keeps each device's own order and the versions that were seen.
 */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { times } from '@wellpulse/testing/depth';
import type { DomainEvent } from '../state/event.ts';
import { actor, anEvent, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { applyEvent } from '../write-path/apply.ts';
import { productionKey, type Workset } from '../state/workset.ts';

const DAY = '2025-06-10';
/** The last is no device but the web, which sees the record as it is. */
const WRITERS = ['a', 'b', 'c', 'd', null] as const;
const FIELDS = ['oilVolume', 'gasVolume', 'waterVolume'] as const;
type Values = Readonly<Partial<Record<(typeof FIELDS)[number], number | null>>>;

interface Step {
  readonly writer: number;
  /** What the device does before it sends: whether it pulls what the server has now. */
  readonly pulls: boolean;
  readonly clock: number;
  readonly values: Values;
  readonly confirmed: boolean;
}

const volume = fc.constantFrom(null, null, 0, 1, 2);
const step: fc.Arbitrary<Step> = fc.record({
  writer: fc.constantFrom(0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4),
  pulls: fc.boolean(),
  clock: fc.nat({ max: 6 }),
  values: fc
    .record({ oilVolume: volume, gasVolume: volume, waterVolume: volume }, { requiredKeys: [] })
    .filter((values) => Object.keys(values).length > 0),
  confirmed: fc.boolean(),
});

const idOf = (letter: string): string => `01890000-0000-7000-8000-00000000de${letter}${letter}`;
const hasVolume = (values: Values): boolean => FIELDS.some((field) => (values[field] ?? null) !== null);

/** What a device sends, and the events that it had seen when it did. */
interface Sent {
  readonly event: DomainEvent;
  readonly writer: number;
  readonly seen: number;
  /** Whether this entry, and each of its person before, leaves a volume in the record that they can name. */
  readonly isValid: boolean;
}

const recordIn = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));

/** What a person at one of the devices sees. */
interface View {
  readonly version: number;
  readonly count: number;
  readonly values: Values | null;
}

const isAccepted = (workset: Workset, event: DomainEvent): boolean =>
  applyEvent(workset, event, actor('OPERATOR')).ok;

/** Plays the steps in the order in which they happened: each device knows the version that it last pulled. */
function play(steps: readonly Step[]): Sent[] {
  const workset = aTenant();
  const views = new Map<number, View>();
  // An app refuses at once what leaves no volume. Who sends it all the same has no such app, and no claim either.
  const strayed = new Set<number>();
  // A version counts changes of values alone. Who was overruled at one has seen more than an entry of theirs can tell.
  const overruledAt = new Map<number, number>();
  const hasPulledIt = new Set<number>();
  return steps.map(({ writer, pulls, clock, values, confirmed }, index) => {
    const letter = WRITERS[writer] ?? null;
    const known = views.get(writer) ?? { version: 0, count: 0, values: null };
    const row = recordIn(workset);
    const pulled = { version: row?.version ?? 0, count: index, values: row ?? null };
    const view = pulls || letter === null ? pulled : known;
    if (pulls && overruledAt.get(writer) === pulled.version) hasPulledIt.add(writer);
    else if (pulls) hasPulledIt.delete(writer);
    const given = view.values === null && !hasVolume(values) ? { ...values, oilVolume: 1 } : values;
    const event = anEvent(view.values === null ? 'PRODUCTION_CREATED' : 'PRODUCTION_UPDATED', {
      deviceId: letter === null ? null : idOf(letter),
      source: letter === null ? 'WEB' : 'MOBILE',
      baseVersion: letter === null ? null : view.version,
      occurredAt: new Date(Date.UTC(2025, 5, 15) + clock).toISOString(),
      payload: { productionDate: DAY, ...given, ...(confirmed ? { confirmed } : {}) },
    });
    const after = { ...view.values, ...given };
    const isValid =
      hasVolume(after) || (letter === null && !hasVolume(view.values ?? {}) && view.values !== null);
    if (!isValid) strayed.add(writer);
    views.set(writer, isValid ? { ...view, values: after } : view);
    isAccepted(workset, event);
    const version = recordIn(workset)?.version;
    if (version !== undefined && version === row?.version) overruledAt.set(writer, version);
    // The web sees all that there is, and nobody comes before it who came after.
    const hasClaim = !strayed.has(writer) && !hasPulledIt.has(writer);
    return { event, writer, seen: letter === null ? index + 1 : view.count, isValid: hasClaim };
  });
}

/**
 * Orders that keep each device's own order. What an event's sender had seen also comes first, and in its order. So the
 * version that the event names is the state that was seen.
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
    ({ writer }, earlier) => earlier >= index || writer !== sent[index]?.writer || placed.includes(earlier),
  );
}

/** The values that they lead to, and which of them are taken. */
function outcomeOf(sent: readonly Sent[]): { readonly values: unknown; readonly taken: readonly string[] } {
  const workset = aTenant();
  const taken = sent.filter(({ event }) => isAccepted(workset, event)).map(({ event }) => event.id);
  const row = recordIn(workset);
  return { values: [...FIELDS, 'confirmed' as const].map((field) => row?.[field]), taken: taken.sort() };
}

/** The fourth step takes the last volume that its device sees: no app sends that, and the fifth builds on it. */
const LAST_VOLUME_TAKEN_TWICE: [Step[], number[]] = [
  [
    { writer: 0, pulls: false, clock: 0, values: { waterVolume: 1 }, confirmed: false },
    { writer: 0, pulls: false, clock: 0, values: { gasVolume: 2, waterVolume: null }, confirmed: false },
    { writer: 1, pulls: false, clock: 0, values: { waterVolume: 1 }, confirmed: false },
    { writer: 1, pulls: true, clock: 0, values: { gasVolume: null }, confirmed: false },
    { writer: 1, pulls: false, clock: 0, values: { waterVolume: null }, confirmed: false },
  ],
  [0, 0, 0, 0, 0, 0, 0],
];

/** The third step loses to the clock of the second, which changed nothing. So the record that the fourth step sees has the version of before. */
const OVERRULED_AT_A_VERSION: [Step[], number[]] = [
  [
    { writer: 0, pulls: false, clock: 0, values: { oilVolume: 1, waterVolume: 0 }, confirmed: false },
    { writer: 1, pulls: false, clock: 2, values: { waterVolume: null }, confirmed: false },
    { writer: 0, pulls: true, clock: 0, values: { oilVolume: null }, confirmed: false },
    { writer: 0, pulls: true, clock: 0, values: { waterVolume: null }, confirmed: false },
    { writer: 0, pulls: false, clock: 0, values: { waterVolume: null }, confirmed: false },
    { writer: 0, pulls: false, clock: 0, values: { oilVolume: null }, confirmed: false },
  ],
  [0, 0, 0, 0, 0, 0, 0],
];

/** The fourth step loses to the clock of the third, which changed nothing but that it was confirmed. */
const OVERRULED_BY_A_CONFIRMATION: [Step[], number[]] = [
  [
    { writer: 0, pulls: false, clock: 0, values: { oilVolume: 0 }, confirmed: false },
    { writer: 3, pulls: true, clock: 0, values: { gasVolume: null }, confirmed: false },
    { writer: 0, pulls: false, clock: 2, values: { oilVolume: 0, waterVolume: null }, confirmed: true },
    { writer: 3, pulls: false, clock: 0, values: { oilVolume: null, waterVolume: 0 }, confirmed: false },
    { writer: 3, pulls: true, clock: 0, values: { waterVolume: null }, confirmed: false },
  ],
  [0, 0, 0, 0, 0, 0, 0],
];

// Holds M1, M6.

test('the same entries are taken, and lead to the same values, in every order of arrival', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 2, maxLength: 7 }),
      fc.array(fc.nat({ max: 6 }), { minLength: 7, maxLength: 7 }),
      (steps, picks) => {
        const sent = play(steps);
        const outcome = outcomeOf(sent);
        expect(outcomeOf(shuffled(sent, picks))).toEqual(outcome);
        // Nothing is refused that left a volume as far as its person could see.
        const valid = sent.filter(({ isValid }) => isValid).map(({ event }) => event.id);
        expect(outcome.taken).toEqual(expect.arrayContaining(valid));
      },
    ),
    {
      numRuns: times(2000, 20_000),
      examples: [LAST_VOLUME_TAKEN_TWICE, OVERRULED_AT_A_VERSION, OVERRULED_BY_A_CONFIRMATION],
    },
  );
});
