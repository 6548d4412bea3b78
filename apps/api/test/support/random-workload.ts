/** What a day in a tenant's life may hold, at random: of everything that can be changed, often in conflict. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aUser, aWell } from '@wellpulse/testing';
import fc from 'fast-check';
import { photoSteps } from './random-photos.ts';
import type { TestTenant } from './tenants.ts';

const { wells, production, alerts, users, equipment, maintenance, tenant: settings } = endpoints;

export type Step = (tenant: TestTenant, wellIds: readonly string[]) => Promise<unknown>;

const day = fc.integer({ min: 0, max: 5 }).map((offset) => addDays('2025-02-26', offset));
const volume = fc.option(fc.constantFrom(0, 0.01, 10, 12, 12.01, 99_999_999.99), { nil: null });
const notes = fc.option(fc.string({ unit: 'grapheme', maxLength: 20 }), { nil: null });
const entry = fc.record({
  productionDate: day,
  oilVolume: volume,
  gasVolume: volume,
  waterVolume: volume,
  notes,
});
const well = fc.nat({ max: 2 });
const version = fc.integer({ min: 1, max: 4 });
const of = (wellIds: readonly string[], index: number): string => wellIds[index] ?? '';

/** The id of a day's record; one that nothing has if there is none. */
async function recordOf({ viewer }: TestTenant, wellId: string, date: string): Promise<string> {
  const found = await viewer.call(production.get, { params: { wellId, date } });
  return found.ok ? found.value.id : crypto.randomUUID();
}

const serialNumber = fc.constantFrom('PJ-1', 'pj-1', 'PJ-2', 'T-1');
const equipmentStatus = fc.constantFrom('OPERATIONAL' as const, 'MAINTENANCE' as const, 'FAILED' as const);

/** The id of one of the items that are there; one that nothing has if there is none. */
async function itemAt({ viewer }: TestTenant, index: number): Promise<string> {
  const { items } = await viewer.ask(equipment.list, { query: {} });
  return items[index % Math.max(items.length, 1)]?.id ?? crypto.randomUUID();
}

const equipmentSteps: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Step> }[] = [
  {
    weight: 2,
    arbitrary: fc.tuple(well, serialNumber, fc.constantFrom('PUMP_JACK' as const, 'OTHER' as const)).map(
      ([index, serial, equipmentType]): Step =>
        ({ operator }, wellIds) =>
          operator.call(equipment.create, {
            params: { wellId: of(wellIds, index) },
            body: { serialNumber: serial, equipmentType },
          }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        fc.nat({ max: 3 }),
        version,
        well,
        fc.record({ serialNumber, status: equipmentStatus, model: notes }, { requiredKeys: [] }),
      )
      .map(([index, base, target, change]): Step => async (tenant, wellIds) => {
        const params = { equipmentId: await itemAt(tenant, index) };
        const body = { ...change, wellId: of(wellIds, target), version: base };
        return tenant.manager.call(equipment.update, { params, body });
      }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.nat({ max: 3 }),
        fc.record({
          maintenanceDate: day,
          maintenanceType: fc.constantFrom('ROUTINE' as const, 'REPAIR' as const),
          description: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
          cost: volume,
          equipmentStatus: fc.option(equipmentStatus),
        }),
      )
      .map(([index, body]): Step => async (tenant) => {
        const params = { equipmentId: await itemAt(tenant, index) };
        return tenant.operator.call(maintenance.log, { params, body });
      }),
  },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 3 }).map((index): Step => async (tenant) => {
      const params = { equipmentId: await itemAt(tenant, index) };
      return tenant.manager.call(equipment.remove, { params });
    }),
  },
];

const steps: readonly { readonly weight: number; readonly arbitrary: fc.Arbitrary<Step> }[] = [
  {
    weight: 6,
    arbitrary: fc.tuple(well, entry).map(
      ([index, body]): Step =>
        ({ operator }, wellIds) =>
          operator.call(production.create, { params: { wellId: of(wellIds, index) }, body }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(well, fc.array(entry, { minLength: 1, maxLength: 4 })).map(
      ([index, entries]): Step =>
        ({ operator }, wellIds) =>
          operator.call(production.createBulk, { params: { wellId: of(wellIds, index) }, body: { entries } }),
    ),
  },
  {
    weight: 5,
    arbitrary: fc
      .tuple(well, day, version, fc.record({ oilVolume: volume, notes }, { requiredKeys: [] }))
      .map(([index, date, base, change]): Step => async (tenant, wellIds) => {
        const wellId = of(wellIds, index);
        const id = await recordOf(tenant, wellId, date);
        const body = { ...change, version: base };
        return tenant.manager.call(production.update, { params: { wellId, id }, body });
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(well, day).map(([index, date]): Step => async (tenant, wellIds) => {
      const wellId = of(wellIds, index);
      const id = await recordOf(tenant, wellId, date);
      return tenant.manager.call(production.remove, { params: { wellId, id } });
    }),
  },
  {
    weight: 2,
    arbitrary: day.map(
      (to): Step =>
        ({ operator }) =>
          operator.call(alerts.acknowledgeMany, { body: { to } }),
    ),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(
        well,
        version,
        fc.record({ lease: notes, latitude: fc.double({ min: -90, max: 90, noNaN: true }) }),
      )
      .map(
        ([index, base, { lease, latitude }]): Step =>
          ({ manager, operator }, wellIds) =>
            manager.call(wells.update, {
              params: { wellId: of(wellIds, index) },
              body: {
                version: base,
                lease,
                latitude,
                longitude: -latitude,
                operatorIds: [operator.session.user.id],
              },
            }),
      ),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(version, fc.constantFrom(5, 12.34, 20, 50)).map(
      ([base, varianceThresholdPercent]): Step =>
        ({ admin }) =>
          admin.call(settings.updateSettings, { body: { version: base, varianceThresholdPercent } }),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Step>(({ admin }) => admin.call(users.create, { body: aUser() })) },
  { weight: 1, arbitrary: fc.constant<Step>(({ manager }) => manager.call(wells.create, { body: aWell() })) },
];

/** The same steps for the same seed. */
export const randomSteps = (seed: number, count: number): Step[] =>
  fc.sample(fc.oneof(...steps, ...equipmentSteps, ...photoSteps(itemAt)), { seed, numRuns: count });
