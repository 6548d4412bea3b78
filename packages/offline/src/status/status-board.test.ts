import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import { FOREMAN, PUMPER, problem } from '../testing/fake-server.ts';

test('whoever is at the device and has no session is asked to sign in, though somebody else can sync', async () => {
  const { field, server } = await aDevice();
  const foreman = { tenant: 'acme', email: FOREMAN.email, password: 'wellpulse-demo' };
  await field.sessions.signIn(foreman);
  await field.sessions.unlock(PUMPER.id);
  await recordOil(field, 42.5);
  server.onCall = (call, answer) => {
    const isOfPumper = JSON.stringify([call.body, call.options.accessToken]).includes(PUMPER.email);
    return isOfPumper ? problem(401, 'UNAUTHENTICATED') : answer();
  };
  await field.sync.syncNow();
  await field.sync.syncNow();
  expect(server.events).toHaveLength(1);
  expect(await field.status.current()).toMatchObject({ stopped: null, pendingEvents: 0, needsSignIn: true });

  server.onCall = (_, answer) => answer();
  await field.sessions.signIn({ ...foreman, email: PUMPER.email });
  expect(await field.status.current()).toMatchObject({ needsSignIn: false });
});
