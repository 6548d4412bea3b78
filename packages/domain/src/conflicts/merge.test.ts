/** The four cases of the sync protocol, and what a person's knowledge does to the order. */
import { expect, test } from 'vitest';
import { applyEvent } from '../write-path/apply.ts';
import type { Acceptance } from '../write-path/decision.ts';
import type { DomainEvent, EventOf } from '../write-path/event.ts';
import { actor, anEvent, aTenant, USER_ID, WELL_ID } from '../write-path/events.fixture.ts';
import { productionKey, SETTINGS_KEY, type Workset } from '../write-path/workset.ts';

const DAY = '2025-06-10';
const PHONE = '01890000-0000-7000-8000-0000000000d1';
const LAPTOP = '01890000-0000-7000-8000-0000000000d2';
type Values = Omit<EventOf<'PRODUCTION_UPDATED'>['payload'], 'productionDate'>;

const at = (minute: number): string => new Date(Date.UTC(2025, 5, 15, 17, minute)).toISOString();

const from = (deviceId: string | null, minute: number, baseVersion: number, values: Values): DomainEvent =>
  anEvent(baseVersion === 0 ? 'PRODUCTION_CREATED' : 'PRODUCTION_UPDATED', {
    deviceId,
    source: deviceId === null ? 'WEB' : 'MOBILE',
    occurredAt: at(minute),
    baseVersion,
    payload: { productionDate: DAY, ...values },
  });

const deletion = (deviceId: string, minute: number, baseVersion: number): DomainEvent =>
  anEvent('PRODUCTION_DELETED', {
    deviceId,
    source: 'MOBILE',
    occurredAt: at(minute),
    baseVersion,
    payload: { productionDate: DAY },
  });

const accept = (workset: Workset, event: DomainEvent): Acceptance => {
  const decision = applyEvent(workset, event, actor('MANAGER'));
  if (!decision.ok) throw new Error(`Refused: ${decision.code}`);
  return decision;
};

const record = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));
const prompting = (): Workset => {
  const workset = aTenant();
  workset.settings.load(SETTINGS_KEY, { ...workset.tenantSettings, conflictPolicy: 'PROMPT' });
  return workset;
};

test('a change that nobody else met is no conflict', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  expect(accept(workset, from(PHONE, 2, 1, { oilVolume: 41 })).conflict).toBeUndefined();
  expect(record(workset)).toMatchObject({ oilVolume: 41, version: 2 });
});

test('two who entered the same agree, and the version stays', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  expect(accept(workset, from(LAPTOP, 2, 0, { oilVolume: 40, gasVolume: null })).conflict).toBeUndefined();
  expect(record(workset)).toMatchObject({ oilVolume: 40, version: 1 });
});

test('changes of different values both stand', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, 2, 0, { gasVolume: 100 }));
  expect(conflict).toMatchObject({ outcome: 'MERGE', status: 'SETTLED', fields: [] });
  expect(record(workset)).toMatchObject({ oilVolume: 40, gasVolume: 100, version: 2 });
});

test('the later entry wins a contested value, whichever arrives first', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 5, 0, { oilVolume: 40 }));
  const skipped = accept(workset, from(LAPTOP, 1, 0, { oilVolume: 38 }));
  expect(skipped.conflict).toMatchObject({
    outcome: 'SKIP',
    existingData: { oilVolume: 40 },
    incomingData: { oilVolume: 38 },
    existing: { deviceId: PHONE, userId: USER_ID },
  });
  expect(record(workset)).toMatchObject({ oilVolume: 40, version: 1 });
  expect(accept(workset, from(null, 9, 1, { oilVolume: 45 })).conflict).toBeUndefined();
  expect(accept(workset, from(LAPTOP, 12, 0, { oilVolume: 50 })).conflict?.outcome).toBe('OVERWRITE');
  expect(record(workset)).toMatchObject({ oilVolume: 50, version: 3 });
});

test('who has seen a value and changed it comes after it, whatever the clock of the device says', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 30, 0, { oilVolume: 40 }));
  expect(accept(workset, from(LAPTOP, 1, 1, { oilVolume: 44 })).conflict).toBeUndefined();
  expect(record(workset)?.oilVolume).toBe(44);
  expect(accept(workset, from(PHONE, 30, 0, { oilVolume: 41 })).conflict?.outcome).toBe('OVERWRITE');
});

test('with PROMPT nothing of a contested event is applied until a person chooses, once', () => {
  const workset = prompting();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, 2, 0, { oilVolume: 45, gasVolume: 9 }));
  expect(conflict).toMatchObject({ outcome: 'USER_PROMPT', status: 'OPEN' });
  expect(record(workset)).toMatchObject({ oilVolume: 40, gasVolume: null, version: 1 });
  const choose = anEvent('CONFLICT_RESOLVED', {
    aggregateId: conflict?.id ?? '',
    payload: { choice: 'INCOMING' },
  });
  expect(accept(workset, choose).changed).toBe(true);
  expect(record(workset)).toMatchObject({ oilVolume: 45, gasVolume: 9, version: 2 });
  expect(accept(workset, choose).changed).toBe(false);
});

test('a merged choice is checked like any other values', () => {
  const workset = prompting();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, 2, 0, { oilVolume: 45 }));
  const merge = (values: Record<string, unknown>) =>
    applyEvent(
      workset,
      anEvent('CONFLICT_RESOLVED', {
        aggregateId: conflict?.id ?? '',
        payload: { choice: 'MERGED', values },
      }),
      actor('MANAGER'),
    );
  expect(merge({ oilVolume: -1 })).toMatchObject({
    ok: false,
    code: 'VALIDATION_FAILED',
    errors: [{ path: 'values.oilVolume' }],
  });
  expect(merge({ oilVolume: 42.5 }).ok).toBe(true);
  expect(record(workset)?.oilVolume).toBe(42.5);
});

test('only managers and the two authors settle a conflict', () => {
  const workset = prompting();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, 2, 0, { oilVolume: 45 }));
  const choose = anEvent('CONFLICT_RESOLVED', {
    aggregateId: conflict?.id ?? '',
    payload: { choice: 'EXISTING' },
  });
  const stranger = actor('OPERATOR', '01890000-0000-7000-8000-0000000000bb');
  expect(applyEvent(workset, choose, stranger)).toMatchObject({ ok: false, code: 'FORBIDDEN' });
  expect(applyEvent(workset, choose, actor('OPERATOR')).ok).toBe(true);
});

test.each([
  { minute: 9, outcome: 'OVERWRITE', deleted: true },
  { minute: 0, outcome: 'SKIP', deleted: false },
])(
  'a deletion at minute $minute against an unseen change of minute 5 is $outcome',
  ({ minute, outcome, deleted }) => {
    const workset = aTenant();
    accept(workset, from(PHONE, -10, 0, { oilVolume: 40 }));
    accept(workset, from(PHONE, 5, 1, { oilVolume: 41 }));
    expect(accept(workset, deletion(LAPTOP, minute, 1)).conflict?.outcome).toBe(outcome);
    expect(record(workset)?.deleted).toBe(deleted);
  },
);

test('editing a deleted record is refused; creating it again goes on from its version', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  accept(workset, deletion(LAPTOP, 2, 1));
  expect(applyEvent(workset, from(PHONE, 3, 1, { oilVolume: 41 }), actor('MANAGER'))).toMatchObject({
    ok: false,
    code: 'PRODUCTION_NOT_FOUND',
  });
  accept(workset, from(PHONE, 4, 0, { gasVolume: 7 }));
  expect(record(workset)).toMatchObject({ deleted: false, oilVolume: null, gasVolume: 7, version: 3 });
});

test.each([
  { minute: 9, restored: 40 },
  { minute: -9, restored: 45 },
])('what gave way to an entry of minute $minute can be restored', ({ minute, restored }) => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, minute, 0, { oilVolume: 45 }));
  const undo = anEvent('CONFLICT_UNDONE', { aggregateId: conflict?.id ?? '', payload: {} });
  accept(workset, undo);
  expect(record(workset)?.oilVolume).toBe(restored);
  expect(applyEvent(workset, undo, actor('MANAGER'))).toMatchObject({
    ok: false,
    code: 'CONFLICT_NOT_UNDOABLE',
  });
});

test('on a device, its own entries stand on top of what it mirrors', () => {
  const workset = aTenant(20, { isReplica: true });
  accept(workset, from(null, 30, 0, { oilVolume: 40 }));
  expect(accept(workset, from(PHONE, 1, 0, { oilVolume: 45 })).conflict).toBeUndefined();
  expect(record(workset)?.oilVolume).toBe(45);
});
