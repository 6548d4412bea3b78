/** Two programs on one device's data, as when somebody opens the app twice. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test } from 'vitest';
import { OfflineClient } from '../offline-client.ts';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { nodeClock, nodePersonKeys, nodePhotoFiles, nodeSyncLock, openNodeSqlite } from './index.ts';

type Program = ChildProcessByStdio<Writable, Readable, null>;
const programs: Program[] = [];
afterEach(() => {
  for (const program of programs.splice(0)) program.kill('SIGKILL');
});

/** Starts another program, and resolves when it holds what it is to hold. */
async function another(what: 'write' | 'sync', file: string): Promise<Program> {
  const path = fileURLToPath(new URL('./hold-device.fixture.ts', import.meta.url));
  const program = spawn(process.execPath, [path, what, file], { stdio: ['pipe', 'pipe', 'inherit'] });
  programs.push(program);
  await once(program.stdout, 'data');
  return program;
}

test('an entry waits until another program has written, and is saved', async () => {
  const { client, folder } = await aDevice();
  const program = await another('write', join(folder, 'device.db'));
  // Waiting for the lock blocks this program: the other one has to be let go before.
  await new Promise<void>((resolve) => program.stdin.end(resolve));
  await recordOil(client, 42.5);
  expect((await client.status.current()).pendingEvents).toBe(1);
});

test('while one program syncs, another says so, goes on saving, and syncs when that one has died', async () => {
  const { client, folder, server } = await aDevice();
  await client.close();
  const file = join(folder, 'device.db');
  const second = await OfflineClient.open({
    driver: await openNodeSqlite(file),
    transport: server,
    files: nodePhotoFiles(join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(join(folder, 'keys.json')),
    syncLock: nodeSyncLock(file),
  });
  await recordOil(second, 42.5);
  const first = await another('sync', file);
  const calls = server.calls.length;

  await second.sync.syncNow();
  expect(await second.status.current()).toMatchObject({
    trouble: { code: 'OTHER_PROGRAM' },
    pendingEvents: 1,
  });
  expect(server.calls).toHaveLength(calls);
  await recordOil(second, 43, '2025-10-19');

  first.kill('SIGKILL');
  await once(first, 'exit');
  await second.sync.syncNow();
  expect(await second.status.current()).toMatchObject({ trouble: null, pendingEvents: 0 });
  await second.close();
});
