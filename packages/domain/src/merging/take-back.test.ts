/** What taking back one's own does, and to whom it is open (docs/sync-protocol.md, "Taking back one's own"). Holds M9. */
import { expect, test } from 'vitest';
import { applyEvent } from '../write-path/apply.ts';
import type { Decision } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { actor, anEvent, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { productionKey, SETTINGS_KEY, type Workset } from '../state/workset.ts';

const DAY = '2025-06-10';
const ANN = '01890000-0000-7000-8000-0000000000a1';
const BEN = '01890000-0000-7000-8000-0000000000a2';
const PHONE = '01890000-0000-7000-8000-0000000000d1';
const LAPTOP = '01890000-0000-7000-8000-0000000000d2';
const TRUCK = '01890000-0000-7000-8000-0000000000d3';
type Values = Omit<EventOf<'PRODUCTION_UPDATED'>['payload'], 'productionDate'>;

const at = (minute: number): string => new Date(Date.UTC(2025, 5, 15, 17, minute)).toISOString();

interface Hand {
  readonly by: string;
  /** Null for the web. */
  readonly on: string | null;
  readonly minute: number;
  readonly base?: number | null;
}
const base = ({ by, on, minute, base: baseVersion = 0 }: Hand) => ({
  userId: by,
  deviceId: on,
  source: on === null ? ('WEB' as const) : ('MOBILE' as const),
  occurredAt: at(minute),
  baseVersion: on === null ? null : baseVersion,
});
const types = (hand: Hand, values: Values): DomainEvent =>
  anEvent((hand.base ?? 0) === 0 ? 'PRODUCTION_CREATED' : 'PRODUCTION_UPDATED', {
    ...base(hand),
    payload: { productionDate: DAY, ...values },
  });
const deletes = (hand: Hand): DomainEvent =>
  anEvent('PRODUCTION_DELETED', { ...base(hand), payload: { productionDate: DAY } });

/** Applies them as operators' own, and gives the last decision. */
function operators(workset: Workset, ...events: readonly DomainEvent[]): Decision {
  const decisions = events.map((event) => applyEvent(workset, event, actor('OPERATOR', event.userId ?? '')));
  const last = decisions.at(-1);
  if (last === undefined) throw new Error('There is one');
  return last;
}
const record = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));
const conflicts = (workset: Workset) => workset.conflicts.all();
const prompting = (): Workset => {
  const workset = aTenant();
  workset.settings.load(SETTINGS_KEY, { ...workset.tenantSettings, conflictPolicy: 'PROMPT' });
  return workset;
};
const ANNS = types({ by: ANN, on: null, minute: 1 }, { oilVolume: 70 });

test('who typed into the wrong well and takes it back changes nothing of what a colleague entered there', () => {
  const workset = aTenant();
  const ben = { by: BEN, on: PHONE };
  operators(workset, ANNS, types({ ...ben, minute: 65 }, { oilVolume: 5, gasVolume: 9 }));
  expect(record(workset)).toMatchObject({ oilVolume: 5, gasVolume: 9 });
  const decision = operators(workset, deletes({ ...ben, minute: 66 }));
  expect(decision).toMatchObject({
    conflict: {
      outcome: 'MERGE',
      status: 'SETTLED',
      existingData: { oilVolume: 5, gasVolume: 9 },
      incomingData: { productionDate: DAY },
    },
  });
  expect(record(workset)).toMatchObject({
    oilVolume: 70,
    gasVolume: null,
    deleted: false,
    createdBy: ANN,
    entryMethod: 'MANUAL',
  });
  expect(conflicts(workset)).toMatchObject([
    { outcome: 'OVERWRITE', status: 'WITHDRAWN' },
    { outcome: 'MERGE' },
  ]);
});

test('what had lost and is taken back changes no value, and is no conflict', () => {
  const workset = aTenant();
  const ben = { by: BEN, on: PHONE };
  const decision = operators(
    workset,
    ANNS,
    types({ ...ben, minute: 0 }, { oilVolume: 5 }),
    deletes({ ...ben, minute: 6 }),
  );
  expect(decision).toMatchObject({ ok: true, changed: true });
  expect('conflict' in decision).toBe(false);
  expect(record(workset)).toMatchObject({ oilVolume: 70, version: 1 });
  expect(conflicts(workset)).toMatchObject([{ outcome: 'SKIP', status: 'WITHDRAWN' }]);
});

test.each([
  {
    what: 'a colleague’s that they have seen',
    events: [ANNS, deletes({ by: BEN, on: PHONE, minute: 5, base: 1 })],
  },
  {
    what: 'a colleague’s on the same device',
    events: [
      types({ by: ANN, on: TRUCK, minute: 1 }, { oilVolume: 70 }),
      types({ by: BEN, on: TRUCK, minute: 2 }, { oilVolume: 71 }),
      deletes({ by: BEN, on: TRUCK, minute: 5 }),
    ],
  },
  {
    what: 'one’s own that a colleague has changed, on the web',
    events: [
      ANNS,
      types({ by: BEN, on: PHONE, minute: 2, base: 1 }, { gasVolume: 3 }),
      deletes({ by: ANN, on: null, minute: 5 }),
    ],
  },
])('an operator does not delete $what', ({ events }) => {
  const workset = aTenant();
  expect(operators(workset, ...events)).toMatchObject({
    ok: false,
    code: 'FORBIDDEN',
    errors: [{ path: '', message: expect.stringContaining('Somebody else') as string }],
  });
  expect(record(workset)?.deleted).toBe(false);
});

test('a phone takes back what its person entered on the laptop', () => {
  const workset = aTenant();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }),
    deletes({ by: ANN, on: PHONE, minute: 5, base: 1 }),
  );
  expect(record(workset)).toMatchObject({ deleted: true, version: 2 });
});

test('an edit that comes after the taking back is applied to what is left, and makes it live again', () => {
  const workset = aTenant();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70, gasVolume: 3 }),
    deletes({ by: ANN, on: LAPTOP, minute: 5 }),
  );
  expect(operators(workset, types({ by: BEN, on: PHONE, minute: 3, base: 1 }, { notes: 'Belt' })).ok).toBe(
    true,
  );
  expect(record(workset)?.deleted).toBe(true);
  operators(workset, types({ by: BEN, on: PHONE, minute: 4, base: 1 }, { gasVolume: 8 }));
  expect(record(workset)).toMatchObject({
    deleted: false,
    oilVolume: null,
    gasVolume: 8,
    notes: 'Belt',
  });
});

test('who enters a day that was taken back owns it', () => {
  const workset = aTenant();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }),
    deletes({ by: ANN, on: LAPTOP, minute: 2 }),
  );
  const again = anEvent('PRODUCTION_CREATED', {
    ...base({ by: BEN, on: PHONE, minute: 3, base: 2 }),
    payload: { productionDate: DAY, gasVolume: 4 },
  });
  operators(workset, again);
  expect(record(workset)).toMatchObject({
    createdBy: BEN,
    entryMethod: 'MOBILE',
    oilVolume: null,
    gasVolume: 4,
  });
  expect(operators(workset, deletes({ by: BEN, on: PHONE, minute: 4, base: 2 })).ok).toBe(true);
  expect(record(workset)?.deleted).toBe(true);
});

test('an open conflict whose standing side is taken back is closed, and the other side applied', () => {
  const workset = prompting();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }),
    types({ by: BEN, on: PHONE, minute: 2 }, { oilVolume: 5 }),
  );
  expect(record(workset)).toMatchObject({ oilVolume: 70 });
  operators(workset, deletes({ by: ANN, on: LAPTOP, minute: 5 }));
  expect(conflicts(workset)).toMatchObject([
    { outcome: 'USER_PROMPT', status: 'WITHDRAWN', resolvedBy: ANN },
  ]);
  expect(record(workset)).toMatchObject({ oilVolume: 5, deleted: false, createdBy: BEN });
  operators(workset, deletes({ by: BEN, on: PHONE, minute: 6 }));
  expect(record(workset)?.deleted).toBe(true);
});

test('an open conflict whose incoming side is taken back is closed, and nothing changes', () => {
  const workset = prompting();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }),
    types({ by: BEN, on: PHONE, minute: 2 }, { oilVolume: 5 }),
    deletes({ by: BEN, on: PHONE, minute: 3 }),
  );
  expect(conflicts(workset)).toMatchObject([{ status: 'WITHDRAWN' }]);
  expect(record(workset)).toMatchObject({ oilVolume: 70, version: 1 });
  const undo = anEvent('CONFLICT_UNDONE', { aggregateId: conflicts(workset)[0]?.id ?? '', payload: {} });
  expect(applyEvent(workset, undo, actor('MANAGER'))).toMatchObject({ code: 'CONFLICT_NOT_UNDOABLE' });
});

test('what still meets somebody else waits again', () => {
  const workset = prompting();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }),
    types({ by: BEN, on: TRUCK, minute: 1 }, { oilVolume: 70 }),
    types({ by: BEN, on: PHONE, minute: 2 }, { oilVolume: 5 }),
    deletes({ by: ANN, on: LAPTOP, minute: 5 }),
  );
  expect(record(workset)).toMatchObject({ oilVolume: 70 });
  expect(conflicts(workset)).toMatchObject([{ status: 'OPEN', version: 3, existing: { userId: BEN } }]);
});

test('an entry for a day that its device does not hold fills in what nobody entered, and overwrites nothing', () => {
  const workset = aTenant();
  const unseen = types({ by: BEN, on: PHONE, minute: 30, base: null }, { oilVolume: 5, gasVolume: 9 });
  operators(workset, types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }));
  expect(operators(workset, unseen)).toMatchObject({ conflict: { outcome: 'SKIP', fields: ['oilVolume'] } });
  expect(record(workset)).toMatchObject({ oilVolume: 70, gasVolume: 9 });
  const undo = anEvent('CONFLICT_UNDONE', { aggregateId: conflicts(workset)[0]?.id ?? '', payload: {} });
  expect(applyEvent(workset, undo, actor('MANAGER')).ok).toBe(true);
  expect(record(workset)).toMatchObject({ oilVolume: 5, gasVolume: 9 });
});

test('it gives way also where it arrives first', () => {
  const workset = aTenant();
  operators(
    workset,
    types({ by: BEN, on: PHONE, minute: 30, base: null }, { oilVolume: 5, gasVolume: 9 }),
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70 }),
  );
  expect(record(workset)).toMatchObject({ oilVolume: 70, gasVolume: 9 });
});

test('a creation’s blank values set nothing', () => {
  const workset = aTenant();
  operators(
    workset,
    types({ by: ANN, on: LAPTOP, minute: 1 }, { oilVolume: 70, notes: 'Belt squeals' }),
    types({ by: BEN, on: PHONE, minute: 2 }, { oilVolume: 70, notes: null }),
  );
  expect(record(workset)).toMatchObject({ notes: 'Belt squeals', version: 1 });
  expect(conflicts(workset)).toEqual([]);
});

test('two entries of one number do not know each other: the device was set back, and a file brings the first one', () => {
  const workset = aTenant();
  const sent = { deviceSequence: 5, baseVersion: 0 };
  const anew = types({ by: ANN, on: TRUCK, minute: 9 }, { oilVolume: 42 });
  const ofFile = types({ by: ANN, on: TRUCK, minute: 1 }, { oilVolume: 40, gasVolume: 3 });
  operators(workset, { ...anew, ...sent }, { ...ofFile, ...sent });
  expect(record(workset)).toMatchObject({ oilVolume: 42, gasVolume: 3 });
  expect(conflicts(workset)).toMatchObject([{ fields: ['oilVolume'] }]);
});
