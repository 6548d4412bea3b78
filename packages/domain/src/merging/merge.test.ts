/** The four cases of docs/sync-protocol.md, "Conflicts", and what a person's knowledge does to the order. */
import { expect, test } from 'vitest';
import { applyEvent } from '../write-path/apply.ts';
import type { Acceptance } from '../state/decision.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { actor, anEvent, aTenant, USER_ID, WELL_ID } from '../write-path/events.fixture.ts';
import { productionKey, SETTINGS_KEY, type Workset } from '../state/workset.ts';

const DAY = '2025-06-10';
const PHONE = '01890000-0000-7000-8000-0000000000d1';
const LAPTOP = '01890000-0000-7000-8000-0000000000d2';
const MANAGER_ID = '01890000-0000-7000-8000-0000000000bb';
const TABLET = '01890000-0000-7000-8000-0000000000d3';
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

/** By a manager, of what others entered. */
const deletion = (deviceId: string, minute: number, baseVersion: number): DomainEvent =>
  anEvent('PRODUCTION_DELETED', {
    deviceId,
    userId: MANAGER_ID,
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

const numbered = (deviceSequence: number, event: DomainEvent): DomainEvent => ({ ...event, deviceSequence });

const record = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));
const prompting = (): Workset => {
  const workset = aTenant();
  workset.settings.load(SETTINGS_KEY, { ...workset.tenantSettings, conflictPolicy: 'PROMPT' });
  return workset;
};

// Holds M3.

test('a change that nobody else met is no conflict', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  expect(accept(workset, from(PHONE, 2, 1, { oilVolume: 41 })).conflict).toBeUndefined();
  expect(record(workset)).toMatchObject({ oilVolume: 41, version: 2 });
});

// Holds M3.

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

// Holds M1, M4.

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

// Holds M2.

test('who has seen a value and changed it comes after it, whatever the clock of the device says', () => {
  const workset = aTenant();
  accept(workset, from(PHONE, 30, 0, { oilVolume: 40 }));
  expect(accept(workset, from(LAPTOP, 1, 1, { oilVolume: 44 })).conflict).toBeUndefined();
  expect(record(workset)?.oilVolume).toBe(44);
  expect(accept(workset, from(PHONE, 30, 0, { oilVolume: 41 })).conflict?.outcome).toBe('OVERWRITE');
});

// Holds M5.

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

// Holds M7.
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

test('on a device, its own entries stand on top of what it mirrors', () => {
  const workset = aTenant(20, { isReplica: true });
  accept(workset, from(null, 30, 0, { oilVolume: 40 }));
  expect(accept(workset, from(PHONE, 1, 0, { oilVolume: 45 })).conflict).toBeUndefined();
  expect(record(workset)?.oilVolume).toBe(45);
});

// Holds M8.
test.each([
  { order: 'last', made: [5, 7, 1] },
  { order: 'first', made: [5, 1, 7] },
])('what a deleted record held stands in nobody’s way who makes it again, $order', ({ made }) => {
  const workset = aTenant();
  const creations = new Map([
    [7, from(PHONE, 7, 0, { gasVolume: 7 })],
    [1, from(TABLET, 1, 0, { oilVolume: 50 })],
  ]);
  accept(workset, from(LAPTOP, 5, 0, { oilVolume: 42 }));
  accept(workset, deletion(LAPTOP, 6, 0));
  const [, first = 0, second = 0] = made;
  const [one, other] = [creations.get(first), creations.get(second)];
  if (one === undefined || other === undefined) throw new Error('There are two');
  expect(accept(workset, one).conflict).toBeUndefined();
  expect(accept(workset, other).conflict?.outcome).toBe('MERGE');
  expect(record(workset)).toMatchObject({ oilVolume: 50, gasVolume: 7, version: 4 });
});

test.each([
  { minute: 6, outcome: 'SKIP', gasVolume: null },
  { minute: 9, outcome: 'OVERWRITE', gasVolume: 3 },
])(
  'a change of minute $minute to what was deleted at minute 7 and made again is $outcome',
  ({ minute, outcome, gasVolume }) => {
    const workset = aTenant();
    accept(workset, from(LAPTOP, 5, 0, { oilVolume: 42 }));
    accept(workset, deletion(LAPTOP, 7, 1));
    accept(workset, { ...from(LAPTOP, 8, 0, { oilVolume: 50 }), baseVersion: 2 });
    const { conflict } = accept(workset, from(PHONE, minute, 1, { gasVolume: 3 }));
    expect(conflict).toMatchObject({ outcome, fields: ['gasVolume'], existing: { deviceId: LAPTOP } });
    expect(record(workset)).toMatchObject({ oilVolume: 50, gasVolume });
  },
);

// Holds M8.

test('who made a record again deletes it, whatever was there before', () => {
  const workset = aTenant();
  accept(workset, from(LAPTOP, 5, 0, { oilVolume: 42 }));
  accept(workset, deletion(LAPTOP, 9, 1));
  accept(workset, from(PHONE, 6, 0, { oilVolume: 50 }));
  expect(accept(workset, deletion(PHONE, 7, 0)).conflict).toBeUndefined();
  expect(record(workset)?.deleted).toBe(true);
});

test.each([
  { policy: 'LAST_WRITE_WINS', workset: aTenant() },
  { policy: 'PROMPT', workset: prompting() },
])('with $policy, who saw a value changes it though another entered the same since', ({ workset }) => {
  accept(workset, from(LAPTOP, 1, 0, { oilVolume: 42.5 }));
  accept(workset, from(PHONE, 2, 0, { oilVolume: 42.5 }));
  expect(accept(workset, from(TABLET, 3, 1, { oilVolume: 44 })).conflict).toBeUndefined();
  expect(record(workset)).toMatchObject({ oilVolume: 44, version: 2 });
});

// Holds M4.

test('who loses against a later entry of the value that stands leaves both sides', () => {
  const workset = aTenant();
  accept(workset, from(LAPTOP, 1, 0, { oilVolume: 42.5 }));
  accept(workset, from(PHONE, 9, 0, { oilVolume: 42.5 }));
  const { conflict } = accept(workset, from(TABLET, 3, 1, { oilVolume: 44 }));
  expect(conflict).toMatchObject({
    outcome: 'SKIP',
    fields: ['oilVolume'],
    existing: { deviceId: PHONE },
    incomingData: { oilVolume: 44 },
  });
  expect(record(workset)).toMatchObject({ oilVolume: 42.5, version: 1 });
});

// Holds M5.

test('with PROMPT what nobody contests is applied, however early it was entered', () => {
  const workset = prompting();
  accept(workset, from(LAPTOP, 1, 0, { oilVolume: 42.5 }));
  accept(workset, from(PHONE, 9, 0, { oilVolume: 42.5 }));
  expect(accept(workset, from(TABLET, 3, 1, { oilVolume: 44 })).conflict).toBeUndefined();
  expect(record(workset)?.oilVolume).toBe(44);
});

test.each([
  { first: 'the oil', devices: [PHONE, LAPTOP] },
  { first: 'the gas', devices: [LAPTOP, PHONE] },
])('two who each clear what the other leaves are both right, $first first', ({ devices }) => {
  const workset = aTenant();
  accept(workset, from(null, 0, 0, { oilVolume: 1, gasVolume: 1 }));
  for (const device of devices) {
    accept(workset, from(device, 1, 1, device === PHONE ? { oilVolume: null } : { gasVolume: null }));
  }
  expect(record(workset)).toMatchObject({ oilVolume: null, gasVolume: null, version: 3 });
  accept(workset, from(null, 2, 3, { notes: 'What happened here?' }));
  expect(record(workset)).toMatchObject({ notes: 'What happened here?', version: 4 });
});

test.each([{ cleared: { oilVolume: null, gasVolume: null } }, { cleared: { gasVolume: null } }])(
  'a device clears $cleared of what it knows to be the last, and is refused',
  ({ cleared }) => {
    const workset = aTenant();
    accept(workset, from(null, 0, 0, { oilVolume: 1, gasVolume: 1 }));
    accept(workset, from(LAPTOP, 1, 1, { waterVolume: 9 }));
    if (!('oilVolume' in cleared)) accept(workset, from(PHONE, 1, 1, { oilVolume: null }));
    expect(applyEvent(workset, from(PHONE, 2, 1, cleared), actor('MANAGER'))).toMatchObject({
      ok: false,
      code: 'VALIDATION_FAILED',
      errors: [{ path: 'oilVolume' }],
    });
  },
);

test('where somebody else cleared the rest, a new value stands all the same', () => {
  const workset = aTenant();
  accept(workset, from(null, 0, 0, { oilVolume: 1 }));
  accept(workset, from(LAPTOP, 2, 1, { gasVolume: 5, oilVolume: null }));
  expect(accept(workset, from(PHONE, 3, 1, { waterVolume: 2 })).conflict?.outcome).toBe('MERGE');
  expect(record(workset)).toMatchObject({ oilVolume: null, gasVolume: 5, waterVolume: 2 });
});

test('the web takes no last volume away', () => {
  const workset = aTenant();
  accept(workset, from(null, 0, 0, { oilVolume: 1 }));
  expect(applyEvent(workset, from(null, 1, 1, { oilVolume: null }), actor('MANAGER'))).toMatchObject({
    ok: false,
    code: 'VALIDATION_FAILED',
  });
});

test('on a device, an entry stays on the screen that leaves nothing of what the server has by now', () => {
  const workset = aTenant(20, { isReplica: true });
  accept(workset, from(null, 30, 0, { oilVolume: 40 }));
  accept(workset, from(PHONE, 1, 1, { oilVolume: null }));
  expect(record(workset)?.oilVolume).toBeNull();
});

test('where a person stood with a change goes with it', () => {
  const there = (latitude: number) => ({
    latitude,
    longitude: -102.5,
    accuracyFeet: 10,
    capturedAt: at(1),
    distanceFeet: null,
  });
  const workset = aTenant();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40, location: there(31) }));
  accept(workset, from(PHONE, 2, 1, { oilVolume: 41, location: there(32) }));
  expect(record(workset)).toMatchObject({ oilVolume: 41, location: { latitude: 32 }, version: 2 });
  accept(workset, from(PHONE, 3, 2, { gasVolume: 7 }));
  expect(record(workset)).toMatchObject({ location: { latitude: 32 } });
  expect(accept(workset, from(LAPTOP, 4, 1, { location: there(33) })).conflict).toBeUndefined();
  expect(record(workset)).toMatchObject({ location: { latitude: 33 }, version: 4 });
  expect(accept(workset, from(LAPTOP, 0, 1, { oilVolume: 9, location: there(34) })).conflict?.outcome).toBe(
    'SKIP',
  );
  expect(record(workset)).toMatchObject({ oilVolume: 41, location: { latitude: 33 } });
});

test('a merged choice holds nothing but values of the record', () => {
  const workset = prompting();
  accept(workset, from(PHONE, 1, 0, { oilVolume: 40 }));
  const { conflict } = accept(workset, from(LAPTOP, 2, 0, { oilVolume: 45 }));
  const nested = JSON.parse('['.repeat(6000) + ']'.repeat(6000)) as unknown;
  for (const values of [
    { oilVolume: 1, productionDate: nested },
    { oilVolume: nested },
    { status: 'FAILED' },
  ]) {
    const choose = anEvent('CONFLICT_RESOLVED', {
      aggregateId: conflict?.id ?? '',
      payload: { choice: 'MERGED', values },
    });
    expect(applyEvent(workset, choose, actor('MANAGER'))).toMatchObject({ code: 'VALIDATION_FAILED' });
  }
});

// Holds M2.

test('an entry that waited comes before what its device wrote later, also if the clock was set back between', () => {
  const workset = aTenant();
  accept(workset, from(LAPTOP, 1, 0, { oilVolume: 60 }));
  accept(workset, numbered(2, from(PHONE, 10, 1, { oilVolume: 5 })));
  expect(accept(workset, numbered(1, from(PHONE, 30, 1, { oilVolume: 70 }))).conflict).toBeUndefined();
  expect(record(workset)).toMatchObject({ oilVolume: 5, version: 2 });
  // Its clock is no later: who comes after the last entry wins.
  accept(workset, from(TABLET, 20, 1, { oilVolume: 8 }));
  expect(record(workset)).toMatchObject({ oilVolume: 8 });
});

test('a deletion that waited ends nothing that its device wrote later', () => {
  const workset = aTenant();
  accept(workset, from(LAPTOP, 1, 0, { oilVolume: 60 }));
  accept(workset, numbered(2, from(PHONE, 3, 1, { oilVolume: 5 })));
  const { conflict } = accept(workset, numbered(1, deletion(PHONE, 2, 1)));
  expect(conflict).toMatchObject({ outcome: 'SKIP' });
  expect(record(workset)).toMatchObject({ oilVolume: 5, deleted: false });
});
