/** What the rules settled is undone: values that gave way, and records that a deletion took (ADR 68). */
import { expect, test } from 'vitest';
import { actor, anEvent, aTenant, USER_ID, WELL_ID } from '../write-path/events.fixture.ts';
import { applyEvent } from '../write-path/apply.ts';
import type { Acceptance } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { productionKey, type Workset } from '../state/workset.ts';

const DAY = '2025-06-10';
const PHONE = '01890000-0000-7000-8000-0000000000d1';
const LAPTOP = '01890000-0000-7000-8000-0000000000d2';
const TABLET = '01890000-0000-7000-8000-0000000000d3';
const MANAGER_ID = '01890000-0000-7000-8000-0000000000bb';

/** The undo in these tests comes in minute 60. */
const at = (minute: number): string => new Date(Date.UTC(2025, 5, 15, 17, minute)).toISOString();
const ARRIVAL = at(90);

const from = (
  deviceId: string,
  minute: number,
  baseVersion: number,
  values: Omit<EventOf<'PRODUCTION_UPDATED'>['payload'], 'productionDate'>,
  eventType: 'PRODUCTION_CREATED' | 'PRODUCTION_UPDATED' = baseVersion === 0
    ? 'PRODUCTION_CREATED'
    : 'PRODUCTION_UPDATED',
): DomainEvent =>
  anEvent(eventType, {
    ...{ deviceId, source: 'MOBILE', occurredAt: at(minute), receivedAt: ARRIVAL, baseVersion },
    payload: { productionDate: DAY, ...values },
  });

const deletion = (deviceId: string, minute: number, baseVersion: number, userId = MANAGER_ID): DomainEvent =>
  anEvent('PRODUCTION_DELETED', {
    ...{ deviceId, userId, source: 'MOBILE', occurredAt: at(minute), receivedAt: ARRIVAL, baseVersion },
    payload: { productionDate: DAY },
  });

const undoOf = (conflict: Acceptance['conflict']): DomainEvent =>
  anEvent('CONFLICT_UNDONE', { aggregateId: conflict?.id ?? '', payload: {} });

const accept = (workset: Workset, event: DomainEvent): Acceptance => {
  const decision = applyEvent(workset, event, actor('MANAGER'));
  if (!decision.ok) throw new Error(`Refused: ${decision.code}`);
  return decision;
};

const record = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));

/** A reading of 41 that its author changed while a manager deleted it; the deletion won. */
function deletedUnseen(): { readonly workset: Workset; readonly conflict: Acceptance['conflict'] } {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  accept(workset, from(PHONE, 5, 1, { oilVolume: 41 }));
  const { conflict } = accept(workset, deletion(LAPTOP, 9, 1));
  expect(record(workset)).toMatchObject({ deleted: true, version: 3 });
  return { workset, conflict };
}

test.each([
  { minute: 9, restored: 40 },
  { minute: -9, restored: 45 },
])('what gave way to an entry of minute $minute can be restored', ({ minute, restored }) => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, minute, 0, { oilVolume: 45 }));
  const undo = undoOf(conflict);
  accept(workset, undo);
  expect(record(workset)?.oilVolume).toBe(restored);
  expect(applyEvent(workset, undo, actor('MANAGER'))).toMatchObject({
    ok: false,
    code: 'CONFLICT_NOT_UNDOABLE',
  });
});

// Holds M4.
test.each([
  { typed: 'before', minute: 50, oilVolume: 41, outcome: 'SKIP' },
  { typed: 'after', minute: 70, oilVolume: 4, outcome: 'OVERWRITE' },
])(
  'what somebody brought back is contested by an entry of a person who saw it deleted, typed $typed that',
  ({ minute, oilVolume, outcome }) => {
    const { workset, conflict } = deletedUnseen();
    accept(workset, undoOf(conflict));
    expect(record(workset)).toMatchObject({ deleted: false, oilVolume: 41 });
    const entry = from(TABLET, minute, 3, { oilVolume: 4 }, 'PRODUCTION_CREATED');
    expect(accept(workset, entry).conflict).toMatchObject({ fields: ['oilVolume'], outcome });
    expect(record(workset)).toMatchObject({ oilVolume });
  },
);

test('what a deletion met comes back, and not what somebody entered and took back after it', () => {
  const { workset, conflict } = deletedUnseen();
  accept(workset, from(TABLET, 20, 0, { oilVolume: 4, waterVolume: 7 }));
  accept(workset, deletion(TABLET, 21, 4, USER_ID));
  expect(record(workset)).toMatchObject({ deleted: true });
  accept(workset, undoOf(conflict));
  expect(record(workset)).toMatchObject({ deleted: false, oilVolume: 41, waterVolume: null });
});

test('what was chosen or undone is taken back: the conflict is open, and holds what stood until somebody chooses again', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, 9, 0, { oilVolume: 45 }));
  const aggregateId = conflict?.id ?? '';
  const reopen = (values: Readonly<Record<string, unknown>>): DomainEvent =>
    anEvent('CONFLICT_REOPENED', { aggregateId, payload: { values } });
  const refused = { ok: false, code: 'CONFLICT_NOT_REOPENABLE' };
  expect(applyEvent(workset, reopen({}), actor('MANAGER'))).toMatchObject(refused);
  accept(workset, undoOf(conflict));
  accept(workset, reopen({}));
  expect(workset.conflicts.get(aggregateId)).toMatchObject({ status: 'OPEN', resolvedBy: null, version: 3 });
  accept(workset, anEvent('CONFLICT_RESOLVED', { aggregateId, payload: { choice: 'INCOMING' } }));
  expect(record(workset)?.oilVolume).toBe(45);
  accept(workset, reopen({ oilVolume: 40 }));
  expect(record(workset)?.oilVolume).toBe(40);
  expect(workset.conflicts.get(aggregateId)).toMatchObject({ status: 'OPEN', choice: null });
  expect(applyEvent(workset, reopen({}), actor('MANAGER'))).toMatchObject(refused);
});
