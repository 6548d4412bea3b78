/** What forms save through REST, against the API itself: the contract of `RecordStore`. */
import {
  endpoints,
  equipmentSchema,
  wellSchema,
  type Equipment,
  type EquipmentUpdate,
  type Well,
  type WellCreate,
  type WellUpdate,
} from '@wellpulse/contracts';
import type { EquipmentValues, ItemToSave, WellToSave } from '@wellpulse/forms';
import { restRecordStore } from '@wellpulse/forms/rest';
import { describeRecordStore, type RecordStoreUnderTest } from '@wellpulse/forms/testing';
import { anItem, aWell } from '@wellpulse/testing';
import { afterAll } from 'vitest';
import { startApi } from '../support/harness.ts';

const { wells, equipment } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager } = api.acme;

const wellStore: RecordStoreUnderTest<Well, WellToSave> = {
  store: restRecordStore(
    {
      create: (body: WellCreate) => manager.call(wells.create, { body }),
      update: (body: WellUpdate, { id }: Well) =>
        manager.call(wells.update, { params: { wellId: id }, body }),
    },
    wellSchema,
  ),
  newValues: () => ({ kind: 'NEW', values: wells.create.body.parse(aWell()) }),
  change: ({ version }, route) => ({ kind: 'CHANGE', changes: { route, version } }),
  markOf: ({ route }) => route,
  clash: ({ apiNumber }) => ({
    values: { kind: 'NEW', values: wells.create.body.parse(aWell({ apiNumber })) },
    box: 'apiNumber',
  }),
  rowOf: ({ id }) => manager.ask(wells.get, { params: { wellId: id } }),
  changeElsewhere: async ({ id }, route) => {
    const { version } = await manager.ask(wells.get, { params: { wellId: id } });
    await manager.ask(wells.update, { params: { wellId: id }, body: { route, version } });
  },
  // A page that is loaded anew: all else is the server's.
  restart: async () => wellStore,
};

describeRecordStore('the REST API, of wells,', async () => wellStore);

const { id: wellId } = await manager.ask(wells.create, { body: aWell() });
const newItem = (given: object = {}): ItemToSave => ({
  kind: 'NEW',
  values: { ...equipment.create.body.parse(anItem(given)), wellId },
});
const itemStore: RecordStoreUnderTest<Equipment, ItemToSave> = {
  store: restRecordStore(
    {
      create: ({ wellId: at, ...body }: EquipmentValues) =>
        operator.call(equipment.create, { params: { wellId: at }, body }),
      update: (body: EquipmentUpdate, { id }: Equipment) =>
        operator.call(equipment.update, { params: { equipmentId: id }, body }),
    },
    equipmentSchema,
  ),
  newValues: () => newItem(),
  change: ({ version }, model) => ({ kind: 'CHANGE', changes: { model, version } }),
  markOf: ({ model }) => model,
  clash: ({ serialNumber }) => ({ values: newItem({ serialNumber }), box: 'serialNumber' }),
  rowOf: ({ id }) => operator.ask(equipment.get, { params: { equipmentId: id } }),
  changeElsewhere: async ({ id }, model) => {
    const { version } = await manager.ask(equipment.get, { params: { equipmentId: id } });
    await manager.ask(equipment.update, { params: { equipmentId: id }, body: { model, version } });
  },
  restart: async () => itemStore,
};

describeRecordStore('the REST API, of items,', async () => itemStore);
