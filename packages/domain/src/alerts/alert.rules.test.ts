import { PRODUCTS, VOLUME_FIELDS, type AlertStatus, type Volumes } from '@wellpulse/contracts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays } from '../calendar.ts';
import { alertsToReview } from './alert.rules.ts';
import { anEvent, apply, aTenant, WELL_ID } from '../write-path/events.fixture.ts';
import { notDeleted, productionKey, type AlertRow, type Workset } from '../state/workset.ts';

const FIRST_DAY = '2025-02-26';
const DAYS = 6;

/** Few values, so that the same come again, at and around the threshold. */
const volume = fc.constantFrom(null, 0, 0.01, 10, 12, 12.01, 8, 7.99, 100);
const volumes: fc.Arbitrary<Volumes> = fc
  .record({ oilVolume: volume, gasVolume: volume, waterVolume: volume })
  .filter((given) => Object.values(given).some((value) => value !== null));
const step = fc.record({
  kind: fc.constantFrom('enter', 'change', 'delete', 'acknowledge', 'estimate'),
  day: fc.integer({ min: 0, max: DAYS - 1 }).map((offset) => addDays(FIRST_DAY, offset)),
  volumes,
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** Does what can be done of a step; the rules refuse the rest. */
function take(workset: Workset, { kind, day, volumes: given }: Step): void {
  const payload = { productionDate: day, ...given };
  if (kind === 'enter') apply(workset, anEvent('PRODUCTION_CREATED', { payload }));
  if (kind === 'change') apply(workset, anEvent('PRODUCTION_UPDATED', { payload }));
  if (kind === 'estimate') {
    const type = notDeleted(workset.production.get(productionKey(WELL_ID, day))) ? 'UPDATED' : 'CREATED';
    const share = { ...payload, estimatedFrom: day.slice(0, 7) };
    apply(workset, anEvent(`PRODUCTION_${type}`, { payload: share, source: 'IMPORT' }));
  }
  if (kind === 'delete') {
    apply(workset, anEvent('PRODUCTION_DELETED', { payload: { productionDate: day } }));
  }
  if (kind === 'acknowledge') {
    for (const { id, productionDate } of workset.alerts.all()) {
      if (productionDate !== day) continue;
      apply(workset, anEvent('ALERT_ACKNOWLEDGED', { aggregateId: id, payload: { comment: null } }));
    }
  }
}

interface Told {
  readonly day: string;
  readonly product: string;
  readonly kind: string;
  readonly values: readonly [number, number];
}

const byDay = (left: Told, right: Told): number =>
  `${left.day}${left.product}`.localeCompare(`${right.day}${right.product}`);

/** What stands as an alert. */
const current = (workset: Workset): Told[] =>
  workset.alerts
    .all()
    .filter(({ status }) => status !== 'CLEARED')
    .map(({ productionDate: day, product, kind, previousValue, currentValue }) => ({
      day,
      product,
      kind,
      values: [previousValue, currentValue] as const,
    }))
    .sort(byDay);

/** What the volumes say, worked out anew: five times the change against the day before is more than that. */
function fromScratch(workset: Workset): Told[] {
  const told: Told[] = [];
  const rows = new Map(workset.production.all().map((row) => [row.productionDate, row]));
  for (const [day, row] of rows) {
    const yesterday = notDeleted(rows.get(addDays(day, -1)));
    for (const product of PRODUCTS) {
      // An estimate is compared with nothing (ADR 80).
      if (row.estimatedFrom !== null || (yesterday?.estimatedFrom ?? null) !== null) continue;
      const now = notDeleted(row)?.[VOLUME_FIELDS[product]] ?? null;
      const before = yesterday?.[VOLUME_FIELDS[product]] ?? null;
      if (now === null || before === null || now === before) continue;
      const change = Math.abs(Math.round(now * 100) - Math.round(before * 100));
      if (before !== 0 && now !== 0 && 5 * change <= Math.round(before * 100)) continue;
      const kind = before === 0 ? 'RESUMED' : now === 0 ? 'STOPPED' : 'CHANGED';
      told.push({ day, product, kind, values: [before, now] });
    }
  }
  return told.sort(byDay);
}

describe('alerts', () => {
  test('after any sequence of entries, changes and deletions are what the volumes say', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const workset = aTenant();
        for (const one of steps) {
          take(workset, one);
          expect(current(workset)).toEqual(fromScratch(workset));
        }
      }),
    );
  });

  test('that the rules of today would not raise are cleared, and what they say is left alone', () => {
    const workset = aTenant();
    const enter = (day: string, oilVolume: number): void =>
      take(workset, { kind: 'enter', day, volumes: { oilVolume, gasVolume: null, waterVolume: null } });
    enter('2025-03-01', 10);
    enter('2025-03-02', 20);
    const [alert] = workset.alerts.all();
    if (alert === undefined) throw new Error('A doubled volume raises an alert');
    const old = { ...alert, id: WELL_ID };
    const at = '2026-01-01T00:00:00.000Z';
    expect(alertsToReview([alert], [alert], at)).toEqual([]);
    const cleared = { ...old, status: 'CLEARED', updatedAt: at, version: 2 };
    expect(alertsToReview([alert, old], [alert], at)).toEqual([cleared]);
    expect(alertsToReview([], [alert], at)).toEqual([alert]);
  });

  test('do not depend on the order in which the days came in', () => {
    const days = fc.uniqueArray(step, { selector: ({ day }) => day, minLength: 2, maxLength: DAYS });
    const shuffled = days.chain((entries) =>
      fc.tuple(fc.constant(entries), fc.shuffledSubarray(entries, { minLength: entries.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const enter = (entries: Step[]): Workset => {
          const workset = aTenant();
          for (const entry of entries) take(workset, { ...entry, kind: 'enter' });
          return workset;
        };
        const [left, right] = [enter(one), enter(other)];
        expect(current(left)).toEqual(current(right));
        const ids = (workset: Workset) => workset.alerts.all().map(({ id }) => id);
        expect(new Set([...ids(left), ...ids(right)]).size).toBeGreaterThanOrEqual(current(left).length);
      }),
    );
  });

  test('that were acknowledged stay so exactly as long as both values stay', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const workset = aTenant();
        for (const one of steps) {
          const before = new Map(workset.alerts.all().map((alert) => [alert.id, alert]));
          take(workset, one);
          if (one.kind === 'acknowledge') continue;
          for (const alert of workset.alerts.all()) {
            expect(alert.status).toBe(expectedStatus(before.get(alert.id), alert));
          }
        }
      }),
    );
  });

  test('count one version for each change of theirs, and none else', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const workset = aTenant();
        for (const one of steps) {
          const before = new Map(workset.alerts.all().map((alert) => [alert.id, alert]));
          take(workset, one);
          for (const alert of workset.alerts.all()) {
            const previous = before.get(alert.id);
            expect(alert.version - (previous?.version ?? 0)).toBe(alert === previous ? 0 : 1);
          }
        }
      }),
    );
  });

  test('have the same id wherever they are worked out', () => {
    const raise = (): string | undefined => {
      const workset = aTenant();
      take(workset, {
        kind: 'enter',
        day: '2025-03-01',
        volumes: { oilVolume: 10, gasVolume: null, waterVolume: null },
      });
      take(workset, {
        kind: 'enter',
        day: '2025-03-02',
        volumes: { oilVolume: 0, gasVolume: null, waterVolume: null },
      });
      return workset.alerts.all()[0]?.id;
    };
    expect(raise()).toBeDefined();
    expect(raise()).toBe(raise());
    expect(raise()).not.toBe(WELL_ID);
  });
});

function expectedStatus(
  before: AlertRow | undefined,
  { status, previousValue, currentValue }: AlertRow,
): AlertStatus {
  const isSame = before?.previousValue === previousValue && before.currentValue === currentValue;
  if (status === 'CLEARED') return 'CLEARED';
  return isSame && before.status !== 'CLEARED' ? before.status : 'OPEN';
}
