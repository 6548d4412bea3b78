import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { FOREMAN, PUMPER, problem } from '../testing/fake-server.ts';

test('whoever is at the device and has no session is asked to sign in, though somebody else can sync', async () => {
  const { client, server } = await aDevice();
  const foreman = { tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' };
  await client.sessions.signIn(foreman);
  await client.sessions.unlock(PUMPER.id);
  await recordOil(client, 42.5);
  server.onCall = (call, answer) => {
    const isOfPumper = JSON.stringify([call.body, call.options.accessToken]).includes(PUMPER.email);
    return isOfPumper ? problem(401, 'UNAUTHENTICATED') : answer();
  };
  await client.sync.syncNow();
  await client.sync.syncNow();
  expect(server.events).toHaveLength(1);
  expect(await client.status.current()).toMatchObject({ stopped: null, pendingEvents: 0, needsSignIn: true });

  server.onCall = (_, answer) => answer();
  await client.sessions.signIn({ ...foreman, email: PUMPER.email });
  expect(await client.status.current()).toMatchObject({ needsSignIn: false });
});
