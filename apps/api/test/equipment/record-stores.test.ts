/** What forms save through REST, against the API itself: the contract of `RecordStore`. */
import {
  endpoints,
  equipmentSchema,
  maintenanceEntrySchema,
  wellSchema,
  type Equipment,
  type EquipmentUpdate,
  type Photo,
  type Well,
  type WellCreate,
  type WellUpdate,
} from '@wellpulse/contracts';
import type { EquipmentValues, ItemToSave, WellToSave } from '@wellpulse/forms';
import { recordAnswer, restRecordStore } from '@wellpulse/forms/rest';
import {
  describeLogStore,
  describeRecordStore,
  type LogStoreUnderTest,
  type RecordStoreUnderTest,
} from '@wellpulse/forms/testing';
import { anItem, aWell } from '@wellpulse/testing';
import { afterAll } from 'vitest';
import { startApi } from '../support/harness.ts';
import { PhotoDesk } from '../support/photo-desk.ts';
import { aJpeg } from '../support/pictures.ts';

const { wells, equipment, maintenance } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { operator, manager } = api.acme;
// The tenant's, which is not that of UTC for some hours of each day.
const { today } = await operator.ask(endpoints.auth.me, {});

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

const logStore = (equipmentId: string): LogStoreUnderTest<Photo> => ({
  store: {
    log: async (values, photos) =>
      recordAnswer(
        await operator.call(maintenance.log, {
          params: { equipmentId },
          body: { ...values, photoUrls: photos.map(({ blobName }) => blobName) },
        }),
        maintenanceEntrySchema,
      ),
  },
  today,
  newPhoto: async () => new PhotoDesk(operator, equipmentId).store(await aJpeg()),
  logs: async () => {
    const { items } = await operator.ask(maintenance.history, { params: { equipmentId }, query: {} });
    return items.map(({ description, photoUrls }) => ({ description, photos: photoUrls.length }));
  },
  restart: async () => logStore(equipmentId),
});

describeLogStore('the REST API', async () => {
  const { id } = await operator.ask(equipment.create, { params: { wellId }, body: anItem() });
  return logStore(id);
});
