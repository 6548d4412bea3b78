import { expect, test } from 'vitest';
import type { OfflineClient } from '../offline-client.ts';
import { aDevice, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';
import { saveAtDashboard } from '../testing/at-dashboard.ts';
import { FOREMAN, PUMPER } from '../testing/fake-server.ts';

const credentials = { tenant: 'acme', password: 'wellpulse-demo' };
const asForeman = { ...credentials, email: FOREMAN.email };

const OTHER_KEY = 'HxAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';

const correct = (client: OfflineClient, values: object) =>
  client.record({
    eventType: 'PRODUCTION_UPDATED',
    aggregateId: WELL_ID,
    payload: { productionDate: DAY, ...values },
  });

/** A shared truck: what the pumper typed waits for the pumper, and the server has what the foreman typed after it. */
async function aTruckThatLostAKey(
  enter: (client: OfflineClient) => Promise<unknown>,
  enterLater = (client: OfflineClient): Promise<unknown> => correct(client, { oilVolume: 5 }),
) {
  const { client, server } = await aDevice();
  await recordOil(client, 3);
  await client.sync.syncNow();
  await enter(client);
  await client.sessions.signIn(asForeman);
  await enterLater(client);
  server.judge = ({ userId }) =>
    userId === FOREMAN.id ? undefined : { code: 'SIGNATURE_INVALID', retryable: false };
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 1 });
  expect(server.events).toHaveLength(2);
  return { client, server };
}

const shown = async (client: OfflineClient) => client.records.production(WELL_ID).all();

test('what waits for its author gives way to what was entered after it on the device, and keeps the rest', async () => {
  const { client, server } = await aTruckThatLostAKey((own) =>
    correct(own, { oilVolume: 8, waterVolume: 2 }),
  );
  expect(await shown(client)).toMatchObject([{ oilVolume: 5, waterVolume: 2 }]);

  // What others make of it since is shown too.
  saveAtDashboard(server, WELL_ID, DAY, 9);
  await client.sync.syncNow();
  expect(await shown(client)).toMatchObject([{ oilVolume: 9, waterVolume: 2 }]);

  server.judge = () => undefined;
  server.signingKey = OTHER_KEY;
  await client.sessions.signIn({ ...credentials, email: PUMPER.email });
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0 });
  expect(await shown(client)).toMatchObject([{ oilVolume: 9, waterVolume: 2 }]);
});

test('a deletion that waits for its author ends nothing that was entered after it on the device', async () => {
  // Of the same value, so that the version that the deletion knows is still the record's.
  const remove = (own: OfflineClient): Promise<unknown> =>
    own.record({
      eventType: 'PRODUCTION_DELETED',
      aggregateId: WELL_ID,
      payload: { productionDate: DAY },
    });
  const { client } = await aTruckThatLostAKey(remove, (own) => recordOil(own, 3));
  expect(await shown(client)).toMatchObject([{ oilVolume: 3 }]);
});

test('what is entered after all that the server has stays on top', async () => {
  const { client } = await aTruckThatLostAKey((own) => correct(own, { oilVolume: 8 }));
  await correct(client, { oilVolume: 6 });
  await client.sync.syncNow();
  expect(await client.status.current()).toMatchObject({ pendingEvents: 2 });
  expect(await shown(client)).toMatchObject([{ oilVolume: 6 }]);
});
