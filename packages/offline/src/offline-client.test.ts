import { createHmac } from 'node:crypto';
import { signedText } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { aDevice, DAY, recordOil, WELL_ID } from './offline-client.fixture.ts';

test('an entry made without a network reaches the server, and comes back as its record', async () => {
  const { client, server } = await aDevice();
  const event = await recordOil(client, 42.5);
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { id: event.id, productionDate: DAY, oilVolume: 42.5, gasVolume: null, isPending: true },
  ]);
  expect((await client.status.current()).pendingEvents).toBe(1);

  await client.sync.syncNow();

  expect(server.events).toEqual([event]);
  expect(await client.records.production(WELL_ID).all()).toMatchObject([
    { id: event.id, oilVolume: 42.5, isPending: false },
  ]);
  expect(await client.status.current()).toMatchObject({ pendingEvents: 0, isOnline: true, trouble: null });
});

test('an event is signed over what is sent, value by value', async () => {
  const { client, server } = await aDevice();
  const event = await recordOil(client, 42.5);
  await client.sync.syncNow();
  const sent = server.callsTo('/sync/batch')[0]?.body as { events: Record<string, unknown>[] };
  const key = Buffer.from('AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=', 'base64');
  const signature = createHmac('sha256', key)
    .update(signedText(sent.events[0] ?? {}))
    .digest('hex');
  expect(event.signature).toBe(signature);
});
