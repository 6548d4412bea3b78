/** A device with a real SQLite file, a server in memory, and an app that starts anew. */
import { valuesFrom, WELL_VALUES, type Well } from '@wellpulse/contracts';
import { OfflineClient, repairingDriver } from '@wellpulse/offline';
import { nodeDatabaseFile, nodePersonKeys, nodePhotoFiles } from '@wellpulse/offline/node';
import { FakeClock, FakeServer, PUMPER } from '@wellpulse/offline/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

export const WELL_ID = '01890000-0000-7000-8000-000000000001';
const WELL: Well = {
  id: WELL_ID,
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, { name: 'Acme #1', route: 'North', routePosition: 1 }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
};

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export interface Device {
  readonly client: OfflineClient;
  readonly server: FakeServer;
  /** Opens the same data again, as after a crash. */
  readonly reopen: () => Promise<OfflineClient>;
}

/** A device on which nobody has signed in. */
export async function aNewDevice(): Promise<Device> {
  const [server, clock] = [new FakeServer(), new FakeClock()];
  server.addWell(WELL);
  const folder = mkdtempSync(join(tmpdir(), 'wellpulse-forms-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const reopen = async () => {
    const client = await OfflineClient.open({
      driver: await repairingDriver(nodeDatabaseFile(join(folder, 'device.db')), clock),
      transport: server,
      files: nodePhotoFiles(join(folder, 'photos')),
      clock,
      keys: nodePersonKeys(join(folder, 'keys.json')),
    });
    cleanups.push(() => client.close().catch(() => undefined));
    return client;
  };
  return { client: await reopen(), server, reopen };
}

/** A device that is registered and knows one well. `tenantId`: of another company. */
export async function aDevice(tenantId?: string): Promise<Device> {
  const device = await aNewDevice();
  if (tenantId !== undefined) device.server.tenantId = tenantId;
  const { email } = PUMPER;
  const signIn = { tenant: 'acme', email, password: 'wellpulse-demo' };
  await device.client.sessions.register({ ...signIn, deviceName: 'Truck 7', platform: 'ELECTRON' });
  await device.client.sync.syncNow();
  return device;
}
