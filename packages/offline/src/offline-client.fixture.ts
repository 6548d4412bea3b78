/** A device on this machine: a real SQLite file, real photo files, a server in memory, and a clock that a test moves. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { valuesFrom, WELL_VALUES, type Well } from '@wellpulse/contracts';
import { afterEach } from 'vitest';
import { wholeOf } from './lib/pieces.ts';
import { OfflineClient } from './offline-client.ts';
import { repairingDriver } from './repair/repairing-driver.ts';
import { nodeDatabaseFile, nodePersonKeys, nodePhotoFiles } from './node/index.ts';
import { NO_BALLAST, type Ballast } from './ports/ballast.ts';
import type { PhotoFiles } from './ports/photo-files.ts';
import type { SqliteDriver } from './ports/sqlite.ts';
import { FakeClock } from './testing/fake-clock.ts';
import { answered, FakeServer, problem, PUMPER } from './testing/fake-server.ts';

export const WELL_ID = '01890000-0000-7000-8000-000000000001';
export const DAY = '2025-10-20';

export const aWell = (given: Partial<Well> = {}): Well => ({
  id: WELL_ID,
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, { name: 'Acme #1', route: 'North', routePosition: 1 }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
  ...given,
});

export interface TestDevice {
  readonly client: OfflineClient;
  readonly server: FakeServer;
  readonly clock: FakeClock;
  readonly folder: string;
  /** Opens the same data again, as after a crash. */
  readonly reopen: (wrap?: (driver: SqliteDriver) => SqliteDriver) => Promise<OfflineClient>;
}

const cleanups: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wellpulse-offline-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A device that is registered and has pulled once, with one well. */
export async function aDevice(
  server = aServer(),
  {
    clock = new FakeClock(),
    folder = aFolder(),
    name = 'Truck 7',
    ballast = NO_BALLAST,
    historyDays,
    wrapFiles = (files) => files,
  }: {
    clock?: FakeClock;
    folder?: string;
    name?: string;
    ballast?: Ballast;
    historyDays?: number;
    wrapFiles?: (files: PhotoFiles) => PhotoFiles;
  } = {},
): Promise<TestDevice> {
  const reopen = async (wrap = (driver: SqliteDriver) => driver): Promise<OfflineClient> => {
    const driver = wrap(await repairingDriver(nodeDatabaseFile(join(folder, 'device.db')), clock));
    const files = wrapFiles(nodePhotoFiles(join(folder, 'photos')));
    const keys = nodePersonKeys(join(folder, 'keys.json'));
    const parts = {
      driver,
      transport: server,
      files,
      clock,
      keys,
      ballast,
      ...(historyDays === undefined ? {} : { historyDays }),
    };
    const client = await OfflineClient.open(parts);
    cleanups.push(() => client.close().catch(() => undefined));
    return client;
  };
  const client = await reopen();
  await client.sessions.register({
    tenant: 'acme',
    email: PUMPER.email,
    password: 'wellpulse-demo',
    deviceName: name,
    platform: 'ELECTRON',
  });
  await client.sync.syncNow();
  return { client, server, clock, folder, reopen };
}

/** Answers of a server whose clock goes with the true time, which `ahead` milliseconds of the device's lie before. */
export function tellTime(
  { server, clock }: Pick<TestDevice, 'server' | 'clock'>,
  ahead = (): number => 0,
): void {
  server.onCall = (_, answer) => {
    const reply = answer();
    const serverTime = new Date(clock.now() - ahead()).toISOString();
    return reply.kind === 'ANSWERED' ? { ...reply, serverTime } : reply;
  };
}

/** With one well, which is the pumper's own if nothing else is said. */
export function aServer(operatorIds: string[] = [PUMPER.id]): FakeServer {
  const server = new FakeServer();
  server.addWell(aWell({ operatorIds }));
  return server;
}

/** Records one day's oil, and fails the test if that is refused. */
export async function recordOil(client: OfflineClient, oilVolume: number, day = DAY, wellId = WELL_ID) {
  const recorded = await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: wellId,
    payload: { productionDate: day, oilVolume },
  });
  if (!recorded.ok) throw new Error(`${recorded.code} ${JSON.stringify(recorded.errors)}`);
  return recorded.event;
}

/** What a photo on a device holds; null if its file is gone. */
export async function photoBytes(client: OfflineClient, photoId: string): Promise<Uint8Array | null> {
  const file = await client.photos.open(photoId);
  return file === null ? null : wholeOf(file.pieces());
}

/** What reads a file in memory from its beginning, in pieces that no reader expects. */
export const piecesOf = (bytes: Uint8Array) =>
  async function* () {
    const step = Math.max(1, Math.ceil(bytes.length / 7));
    for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
  };

/**
 * The server is put back to when it had taken `taken` and nothing else. It says so once, when a device asks for changes.
 */
export function putServerBack(server: FakeServer, taken: readonly string[] = []): void {
  server.settled.clear();
  for (const id of taken) server.settled.set(id, { failure: null });
  let isNew = true;
  server.onCall = (call, answer) => {
    if (call.path === '/sync/known') {
      const { eventIds } = call.body as { readonly eventIds: readonly string[] };
      return answered(200, { settled: eventIds.filter((id) => taken.includes(id)) });
    }
    if (call.path !== '/sync/changes' || !isNew) return answer();
    isNew = false;
    return problem(410, 'LOG_REPLACED');
  };
}
