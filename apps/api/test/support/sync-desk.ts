/** What the tests of syncing do again and again: a well of its own, a phone, a reading, and a look at what became of it. */
import { endpoints } from '@wellpulse/contracts';
import { aWell, TestDevice } from '@wellpulse/testing';
import type { TwoTenantApi } from './harness.ts';

const DAY = '2025-03-10';

export function syncDesk({ acme, clock }: TwoTenantApi) {
  const now = (): string => clock.now();
  return {
    now,

    /** A well that no other test knows of. */
    aWellId: async (): Promise<string> =>
      (await acme.manager.ask(endpoints.wells.create, { body: aWell() })).id,

    /** Registered by the operator of acme. */
    aPhone: (): Promise<TestDevice> => TestDevice.register(acme.operator, now),

    /** A reading, as the content of an event. */
    entry: (aggregateId: string, oilVolume: number, productionDate = DAY) => ({
      aggregateId,
      payload: { productionDate, oilVolume },
    }),

    /** What the server has for a day. */
    record: (wellId: string, date = DAY) =>
      acme.viewer.call(endpoints.production.get, { params: { wellId, date } }),

    /** A device as the page about devices shows it. */
    deviceLine: async ({ id }: TestDevice) =>
      (await acme.manager.ask(endpoints.devices.list, {})).items.find((device) => device.id === id),
  };
}
