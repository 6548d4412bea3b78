/** A laptop in a folder of its own, with a fake server, which can be started again. */
import { valuesFrom, WELL_VALUES } from '@wellpulse/contracts';
import { FakeServer } from '@wellpulse/offline/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import type { Input, MethodName, Output } from '../shared/bridge/contract.ts';
import { fetchOfFake } from './fetch-of-fake.fixture.ts';
import type { OsKeyStore } from './keys/os-key-store.ts';
import { openHost, type LaptopHost } from './laptop-host.ts';
import { FakeUpdates } from './updates.fixture.ts';

export const WELL_ID = '01890000-0000-7000-8000-000000000001';
export const AT = '2025-01-01T00:00:00.000Z';
const root = mkdtempSync(join(tmpdir(), 'wellpulse-host-'));
const hosts: LaptopHost[] = [];
afterAll(async () => {
  for (const host of hosts) await host.close().catch(() => undefined);
  rmSync(root, { recursive: true });
});

/** Quick, and no secret: keys are proved in their own tests. */
const derive = async (secret: string, salt: Uint8Array): Promise<Uint8Array> =>
  Uint8Array.from(
    { length: 32 },
    (_, index) => secret.charCodeAt(index % secret.length) ^ (salt[index % 16] ?? 0),
  );

let folders = 0;

/** A laptop on which nobody has signed in. */
export function aLaptop(store: OsKeyStore | null, builtInServer: string | null = null) {
  const folder = join(root, String((folders += 1)));
  const server = new FakeServer();
  const values = valuesFrom(WELL_VALUES, { name: 'State #1', route: 'North', routePosition: 1 });
  server.addWell({
    id: WELL_ID,
    apiNumber: '42-165-12345',
    ...values,
    createdAt: AT,
    updatedAt: AT,
    version: 1,
  });
  let reloads = 0;
  /** What a person answers where the system asks them for a file. */
  const chosen: { file: string | null } = { file: null };
  const updates = new FakeUpdates();
  const start = async (given: OsKeyStore | null = store): Promise<LaptopHost> => {
    const host = await openHost({
      folder,
      store: given,
      derive,
      fetchWith: fetchOfFake(server),
      appVersion: '0.1.0',
      builtInServer,
      language: 'en-US',
      dialogs: { save: async () => chosen.file, open: async () => chosen.file },
      updates,
      onHandover: () => undefined,
      onStatus: () => undefined,
      onLocked: () => {
        reloads += 1;
      },
    });
    hosts.push(host);
    return host;
  };
  return { folder, server, start, chosen, updates, reloads: () => reloads };
}

/** Calls main as the page does. Throws for what is refused. */
export async function call<Name extends MethodName>(
  host: LaptopHost,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answered = await host.answer(name, input);
  if (!answered.ok) throw new Error(`${name}: ${JSON.stringify(answered.problem)}`);
  // The handler's own output, which the tests of the contract hold to its schema.
  return answered.value as Output<Name>;
}
