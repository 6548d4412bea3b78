/** A program that records one entry after the other on a registered device. It prints the id of each saved entry. */
import { dirname, join } from 'node:path';
import { addDays } from '@wellpulse/domain';
import { OfflineClient } from '../offline-client.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from './index.ts';

const [file = ''] = process.argv.slice(2);
const client = await OfflineClient.open({
  driver: await openNodeSqlite(file),
  transport: new FakeServer(),
  files: nodePhotoFiles(`${file}.photos`),
  clock: nodeClock,
  keys: nodePersonKeys(join(dirname(file), 'keys.json')),
});
const [well] = await client.records.wells().all();
for (let day = 0; ; day += 1) {
  const recorded = await client.record({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: well?.id ?? '',
    payload: { productionDate: addDays('2025-10-20', -day), oilVolume: 40 },
  });
  if (!recorded.ok) throw new Error(recorded.code);
  process.stdout.write(`${recorded.event.id}\n`);
}
