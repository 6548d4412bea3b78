import { describe, expect, test } from 'vitest';
import { productionKey, type Workset } from '../state/workset.ts';
import { anEvent, aTenant, apply, WELL_ID } from '../write-path/events.fixture.ts';

const DAY = '2025-06-10';
const [ANN, BEN] = ['01890000-0000-7000-8000-0000000000d1', '01890000-0000-7000-8000-0000000000d2'];
const [ANNA_ID, BEN_ID] = ['01890000-0000-7000-8000-0000000000a1', '01890000-0000-7000-8000-0000000000a2'];

const rowOf = (workset: Workset) => workset.production.get(productionKey(WELL_ID, DAY));
const change = (workset: Workset, payload: object) =>
  apply(
    workset,
    anEvent('PRODUCTION_UPDATED', {
      payload: { productionDate: DAY, ...payload },
      baseVersion: rowOf(workset)?.version ?? 0,
    }),
  );

/** An entry of somebody's phone, which had seen nothing of the day. */
const entry = (deviceId: string, userId: string, minute: number, payload: object) =>
  anEvent('PRODUCTION_CREATED', {
    deviceId,
    userId,
    source: 'MOBILE',
    baseVersion: 0,
    occurredAt: `2025-06-10T18:${minute}:00.000Z`,
    payload: { productionDate: DAY, ...payload },
  });

function confirmed() {
  const workset = aTenant();
  const payload = { productionDate: DAY, oilVolume: 400, confirmed: true } as const;
  apply(workset, anEvent('PRODUCTION_CREATED', { payload }));
  return workset;
}

describe('a reading was confirmed', () => {
  test('until somebody gives another volume', () => {
    const workset = confirmed();
    expect(rowOf(workset)).toMatchObject({ confirmed: true });
    change(workset, { notes: 'Hot oiled' });
    expect(rowOf(workset)).toMatchObject({ confirmed: true });
    change(workset, { oilVolume: 40 });
    expect(rowOf(workset)).toMatchObject({ confirmed: null });
  });

  test('again when its volume comes back', () => {
    const workset = confirmed();
    change(workset, { oilVolume: 40 });
    change(workset, { oilVolume: 400 });
    expect(rowOf(workset)).toMatchObject({ oilVolume: 400, confirmed: true });
  });

  test('later, by one who saw it and changes nothing else', () => {
    const workset = aTenant();
    apply(workset, anEvent('PRODUCTION_CREATED', { payload: { productionDate: DAY, oilVolume: 400 } }));
    expect(change(workset, { confirmed: true })).toMatchObject({ ok: true, changed: true });
    expect(rowOf(workset)).toMatchObject({ oilVolume: 400, confirmed: true, version: 2 });
  });

  test('not by a phone that saw another volume', () => {
    const workset = confirmed();
    change(workset, { oilVolume: 40 });
    apply(
      workset,
      anEvent('PRODUCTION_UPDATED', {
        deviceId: ANN,
        source: 'MOBILE',
        baseVersion: 1,
        payload: { productionDate: DAY, confirmed: true },
      }),
    );
    expect(rowOf(workset)).toMatchObject({ oilVolume: 40, confirmed: null });
  });

  test('never while it is an estimate', () => {
    const workset = aTenant();
    const payload = { productionDate: DAY, oilVolume: 30, estimatedFrom: '2025-06' };
    apply(workset, anEvent('PRODUCTION_CREATED', { payload, source: 'IMPORT' }));
    change(workset, { confirmed: true });
    expect(rowOf(workset)).toMatchObject({ estimatedFrom: '2025-06', confirmed: null });
  });
});

describe('of two who entered a day without knowing it', () => {
  const anna = entry(ANN, ANNA_ID, 10, { oilVolume: 400, confirmed: true });
  const ben = entry(BEN, BEN_ID, 20, { oilVolume: 40 });

  test.each([
    ['in their order', [anna, ben]],
    ['the later one first', [ben, anna]],
  ] as const)('the one counts whose volume stands, %s', (_, events) => {
    const workset = aTenant();
    for (const event of events) apply(workset, event);
    expect(rowOf(workset)).toMatchObject({ oilVolume: 40, confirmed: null });
    const [conflict] = workset.conflicts.all();
    expect(conflict?.fields).toEqual(['oilVolume']);
    apply(workset, anEvent('CONFLICT_UNDONE', { aggregateId: conflict?.id ?? '', payload: {} }));
    expect(rowOf(workset)).toMatchObject({ oilVolume: 400, confirmed: true });
  });

  test('it is confirmed again when the other takes theirs back', () => {
    const workset = aTenant();
    apply(workset, anna);
    apply(workset, ben);
    const back = { deviceId: BEN, userId: BEN_ID, source: 'MOBILE', baseVersion: 0 } as const;
    apply(workset, anEvent('PRODUCTION_DELETED', { payload: { productionDate: DAY }, ...back }));
    expect(rowOf(workset)).toMatchObject({ oilVolume: 400, confirmed: true });
  });

  test('what a person chooses between them is confirmed as its author said', () => {
    const workset = aTenant();
    workset.settings.load('settings', { ...workset.tenantSettings, conflictPolicy: 'PROMPT' });
    apply(workset, ben);
    apply(workset, anna);
    const [conflict] = workset.conflicts.all();
    expect(rowOf(workset)).toMatchObject({ oilVolume: 40, confirmed: null });
    const payload = { choice: 'INCOMING' } as const;
    apply(workset, anEvent('CONFLICT_RESOLVED', { aggregateId: conflict?.id ?? '', payload }));
    expect(rowOf(workset)).toMatchObject({ oilVolume: 400, confirmed: true });
  });
});
