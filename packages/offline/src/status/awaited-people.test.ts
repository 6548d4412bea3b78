import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wholeOf } from '../lib/pieces.ts';
import { aDevice, piecesOf, putServerBack, recordOil, type TestDevice } from '../offline-client.fixture.ts';
import type { OfflineClient } from '../offline-client.ts';
import { FOREMAN, PUMPER } from '../testing/fake-server.ts';

const PASSPHRASE = 'north route seven';
const OTHER_KEY = 'HxAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

const signIn = (client: OfflineClient, { email } = FOREMAN) =>
  client.sessions.signIn({ tenant: 'acme', email, password: 'wellpulse-demo' });

/** The server ends the key that made a signature; the next person who signs in gets another. */
function endKeyOf({ server }: TestDevice, ended: string): void {
  server.signingKey = OTHER_KEY;
  server.judge = ({ signature }) =>
    signature === ended ? { code: 'SIGNATURE_INVALID', retryable: false } : undefined;
}

test('whoever has to sign in is asked for by name', async () => {
  const device = await aDevice();
  const { client, server } = device;
  const { signature } = await recordOil(client, 42.5);
  await signIn(client);
  endKeyOf(device, signature);
  await client.sync.syncNow();
  expect((await client.status.current()).awaitedPeople).toEqual([{ id: PUMPER.id, name: PUMPER.name }]);
  await signIn(client, PUMPER);
  await client.sync.syncNow();
  expect((await client.status.current()).awaitedPeople).toEqual([]);
  expect(server.events).toHaveLength(1);
});

test('a device that was put back asks for the author of an entry from its own file, though it does not know them', async () => {
  const device = await aDevice();
  const { folder, reopen, server } = device;
  await device.client.close();
  copyFileSync(join(folder, 'device.db'), join(folder, 'backup.db'));
  const later = await reopen();
  await signIn(later);
  const { signature } = await recordOil(later, 42.5);
  const file = await wholeOf(later.exportFile(PASSPHRASE));
  await later.close();
  copyFileSync(join(folder, 'backup.db'), join(folder, 'device.db'));

  const client = await reopen();
  await client.importFile(piecesOf(file), PASSPHRASE);
  endKeyOf(device, signature);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    pendingEvents: 1,
    awaitedPeople: [{ id: FOREMAN.id, name: null }],
  });
  await signIn(client);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, awaitedPeople: [] });
  expect(server.events).toHaveLength(1);
});

test('whoever signed out before the server was put back is asked for, though the device does not know them any more', async () => {
  const device = await aDevice();
  const { client, server } = device;
  await signIn(client);
  const { signature } = await recordOil(client, 42.5);
  await client.sync.syncNow();
  await client.sessions.signOut(FOREMAN.id);
  await client.sessions.unlock(PUMPER.id);

  putServerBack(server);
  endKeyOf(device, signature);
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({
    pendingEvents: 1,
    awaitedPeople: [{ id: FOREMAN.id, name: null }],
  });
  await signIn(client);
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, awaitedPeople: [] });
});
