import { describe, expect, test } from 'vitest';
import { productionKey } from '../state/workset.ts';
import { anEvent, aTenant, apply, WELL_ID } from '../write-path/events.fixture.ts';

const DAY = '2025-06-10';
const PHONE = '01890000-0000-7000-8000-0000000000d1';
const estimate = { productionDate: DAY, oilVolume: 30, gasVolume: 100, estimatedFrom: '2025-06' };

function anEstimate() {
  const workset = aTenant();
  apply(workset, anEvent('PRODUCTION_CREATED', { payload: estimate, source: 'IMPORT' }));
  return workset;
}
const rowOf = (workset: ReturnType<typeof aTenant>) => workset.production.get(productionKey(WELL_ID, DAY));

describe('an estimate', () => {
  test.each([
    ['a phone that had not seen it', { deviceId: PHONE, baseVersion: 0, source: 'MOBILE' }],
    ['a phone that does not hold the day', { deviceId: PHONE, baseVersion: null, source: 'MOBILE' }],
    ['the web', { source: 'WEB' }],
  ] as const)('gives way to a reading of %s, without a conflict', (_, given) => {
    const workset = anEstimate();
    const payload = { productionDate: DAY, oilVolume: 42 };
    const decision = apply(workset, anEvent('PRODUCTION_CREATED', { payload, ...given }));
    expect(decision).toMatchObject({ ok: true });
    expect(decision).not.toHaveProperty('conflict');
    expect(rowOf(workset)).toMatchObject({ oilVolume: 42, gasVolume: null, estimatedFrom: null });
  });

  test('stands again when the reading in its place is taken back', () => {
    const workset = anEstimate();
    const given = { deviceId: PHONE, baseVersion: 0, source: 'MOBILE' } as const;
    apply(
      workset,
      anEvent('PRODUCTION_CREATED', { payload: { productionDate: DAY, oilVolume: 42 }, ...given }),
    );
    apply(workset, anEvent('PRODUCTION_DELETED', { payload: { productionDate: DAY }, ...given }));
    expect(rowOf(workset)).toMatchObject({ ...estimate, deleted: false });
  });

  test('raises no alert, and none is raised against it', () => {
    const workset = anEstimate();
    const enter = (productionDate: string, oilVolume: number) =>
      apply(workset, anEvent('PRODUCTION_CREATED', { payload: { productionDate, oilVolume } }));
    enter('2025-06-09', 10);
    enter('2025-06-11', 90);
    expect(workset.alerts.all()).toEqual([]);
    apply(
      workset,
      anEvent('PRODUCTION_UPDATED', { payload: { productionDate: DAY, oilVolume: 40 }, baseVersion: 1 }),
    );
    expect(workset.alerts.all()).toMatchObject([
      { productionDate: DAY, previousValue: 10, currentValue: 40, status: 'OPEN' },
      { productionDate: '2025-06-11', previousValue: 40, currentValue: 90, status: 'OPEN' },
    ]);
  });

  test('never takes the place of what was typed, whichever came first', () => {
    const workset = aTenant();
    apply(workset, anEvent('PRODUCTION_CREATED', { payload: { productionDate: DAY, oilVolume: 42 } }));
    const late = anEvent('PRODUCTION_UPDATED', { payload: estimate, source: 'IMPORT', baseVersion: 1 });
    expect(apply(workset, late)).toMatchObject({ ok: true, changed: false });
    expect(rowOf(workset)).toMatchObject({ oilVolume: 42, gasVolume: null, estimatedFrom: null, version: 1 });
  });

  test('gives way to a correction of a phone that saw an older estimate', () => {
    const workset = anEstimate();
    const newer = { ...estimate, oilVolume: 33 };
    apply(workset, anEvent('PRODUCTION_UPDATED', { payload: newer, source: 'IMPORT', baseVersion: 1 }));
    const decision = apply(
      workset,
      anEvent('PRODUCTION_UPDATED', {
        payload: { productionDate: DAY, oilVolume: 42 },
        deviceId: PHONE,
        baseVersion: 1,
        source: 'MOBILE',
      }),
    );
    expect(decision).not.toHaveProperty('conflict');
    expect(rowOf(workset)).toMatchObject({ oilVolume: 42, estimatedFrom: null });
  });

  test.each([
    ['the web', { source: 'WEB', baseVersion: 1 }],
    ['a phone', { source: 'MOBILE', deviceId: PHONE, baseVersion: 1 }],
    ['a laptop that saw an older one', { source: 'ELECTRON', deviceId: PHONE, baseVersion: 0 }],
  ] as const)('gives way as a whole to a correction of one volume by %s', (_, given) => {
    const workset = anEstimate();
    const payload = { productionDate: DAY, oilVolume: 42 };
    const decision = apply(workset, anEvent('PRODUCTION_UPDATED', { payload, ...given }));
    expect(decision).not.toHaveProperty('conflict');
    expect(rowOf(workset)).toMatchObject({ oilVolume: 42, gasVolume: null, estimatedFrom: null });
    expect(rowOf(workset)?.entryMethod).toBe(given.source === 'WEB' ? 'MANUAL' : given.source);
  });

  test.each([
    ['another text', { notes: 'Two tanks' }],
    ['the same volumes, as they were read', { oilVolume: 30, gasVolume: 100, notes: 'Two tanks' }],
    ['a volume that is cleared', { gasVolume: null }],
  ])('stays one after a correction with %s', (_, change) => {
    const workset = anEstimate();
    const payload = { productionDate: DAY, ...change };
    apply(workset, anEvent('PRODUCTION_UPDATED', { payload, baseVersion: 1 }));
    expect(rowOf(workset)).toMatchObject({ ...estimate, ...change });
  });

  test.each([
    ['the later one first', [1, 0]],
    ['the earlier one first', [0, 1]],
  ])('gives way to two phones alike, %s', (_, order) => {
    const workset = anEstimate();
    const entries = [
      { at: '2025-06-15T09:00:00.000Z', payload: { oilVolume: 41, gasVolume: 90 } },
      { at: '2025-06-15T10:00:00.000Z', payload: { oilVolume: 40 } },
    ].map(({ at, payload }, index) =>
      anEvent('PRODUCTION_CREATED', {
        payload: { productionDate: DAY, ...payload },
        deviceId: PHONE.replace(/1$/, String(index)),
        baseVersion: 0,
        source: 'MOBILE',
        occurredAt: at,
      }),
    );
    for (const event of order.flatMap((index) => entries[index] ?? [])) apply(workset, event);
    expect(rowOf(workset)).toMatchObject({ oilVolume: 40, gasVolume: 90, estimatedFrom: null });
  });

  test('gives way to a measured row of a file that says the same', () => {
    const workset = anEstimate();
    const payload = { productionDate: DAY, oilVolume: 30, gasVolume: 100, waterVolume: null };
    apply(workset, anEvent('PRODUCTION_UPDATED', { payload, source: 'IMPORT', baseVersion: 1 }));
    expect(rowOf(workset)).toMatchObject({ oilVolume: 30, gasVolume: 100, estimatedFrom: null });
  });

  test('is given by imports alone', () => {
    const given = { payload: estimate, deviceId: PHONE, baseVersion: 0, source: 'MOBILE' } as const;
    expect(apply(aTenant(), anEvent('PRODUCTION_CREATED', given))).toMatchObject({
      ok: false,
      code: 'VALIDATION_FAILED',
    });
  });
});
