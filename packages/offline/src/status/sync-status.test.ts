import { expect, test } from 'vitest';
import { aDevice, recordOil } from '../offline-client.fixture.ts';
import type { SqliteDriver, SqlValue } from '../ports/sqlite.ts';
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

/** Each entry counts anew: ten thousand that wait are counted in an index, and none of them is read. */
test('what waits is counted without reading it', async () => {
  const { reopen, client } = await aDevice();
  await client.close();
  const asked: [string, readonly SqlValue[]][] = [];
  let file: SqliteDriver | undefined;
  const again = await reopen((driver) => {
    file = driver;
    return Object.assign(Object.create(driver) as SqliteDriver, {
      query: (text: string, params: readonly SqlValue[] = []) => {
        asked.push([text, params]);
        return driver.query(text, params);
      },
    });
  });
  asked.length = 0;
  await again.status.current();
  const plans: string[] = [];
  for (const [text, params] of [...asked])
    for (const { detail } of (await file?.query(`EXPLAIN QUERY PLAN ${text}`, params)) ?? [])
      plans.push(String(detail));
  expect(plans.filter((plan) => plan.startsWith('SEARCH event_log USING COVERING INDEX'))).not.toEqual([]);
  expect(plans.filter((plan) => /^SCAN (event_log|sync_queue)/.test(plan))).toEqual([
    'SCAN sync_queue USING COVERING INDEX sync_queue_awaits_author',
  ]);
  await again.close();
});
