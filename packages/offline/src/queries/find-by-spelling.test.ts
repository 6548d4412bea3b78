/** Wells and items are found by what people type, in any spelling that is the same. */
import { expect, test } from 'vitest';
import { aDevice, aServer, aWell, WELL_ID } from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';

const ITEM_ID = '01890000-0000-7000-8000-00000000e001';

const create = (client: OfflineClient, serialNumber: string) =>
  client.record({
    eventType: 'EQUIPMENT_CREATED',
    aggregateId: ITEM_ID,
    payload: { wellId: WELL_ID, equipmentType: 'PUMP_JACK', serialNumber },
  });
const rename = (client: OfflineClient, serialNumber: string) =>
  client.record({ eventType: 'EQUIPMENT_UPDATED', aggregateId: ITEM_ID, payload: { serialNumber } });
const find = async (client: OfflineClient, serialNumber: string) =>
  (await client.records.equipmentBySerialNumber(serialNumber))?.serialNumber;

test('an item is found by the serial number that it has here, whatever the server calls it', async () => {
  const { client, server } = await aDevice();
  await create(client, 'PEÑA–1');
  expect(await find(client, 'pena-1')).toBe('PEÑA–1');
  await client.sync.syncNow();
  expect(await find(client, 'pena-1')).toBe('PEÑA–1');

  server.judge = () => ({ code: 'SERIAL_NUMBER_TAKEN', retryable: false });
  await rename(client, 'MÆRSK 2');
  expect(await find(client, 'mærsk  2')).toBe('MÆRSK 2');
  expect(await find(client, 'PEÑA–1')).toBeUndefined();
  await client.sync.syncNow();
  const [refused] = await client.events.list({ status: 'FAILED' }).all();
  await client.skip(refused?.event.id ?? '', 'Another item has it');
  expect(await find(client, 'PENA-1')).toBe('PEÑA–1');
  expect(await find(client, 'MÆRSK 2')).toBeUndefined();
});

test('a well is found by its API number, and all wells of a name in route order', async () => {
  const server = aServer();
  for (const [index, route] of [null, 'South', 'North'].entries()) {
    server.addWell(
      aWell({ id: crypto.randomUUID(), name: 'Peña #7', route, apiNumber: `42-165-7000${index}` }),
    );
  }
  const { client } = await aDevice(server);
  const routes = (await client.records.wellsNamed(' pena  #7').all()).map(({ route }) => route);
  expect(routes).toEqual(['North', 'South', null]);
  expect(await client.records.wellByApiNumber('42 165 70001 0000')).toMatchObject({ route: 'South' });
  expect(await client.records.wellByApiNumber('Peña #7')).toBeUndefined();
});
