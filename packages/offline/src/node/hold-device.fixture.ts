/** A program that holds a device's database, as its first argument says, until its input ends. */
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { OfflineClient } from '../offline-client.ts';
import { FakeServer } from '../testing/fake-server.ts';
import { nodeClock, nodePersonKeys, nodePhotoFiles, nodeSyncLock, openNodeSqlite } from './index.ts';

const [what = '', file = ''] = process.argv.slice(2);
const driver = await openNodeSqlite(file);

if (what === 'write') {
  await driver.transaction(async (tx) => {
    await tx.execute("INSERT INTO meta VALUES ('held', '1')");
    process.stdout.write('holding\n');
    await text(process.stdin);
  });
} else {
  const server = new FakeServer();
  server.onCall = async () => {
    process.stdout.write('holding\n');
    await text(process.stdin);
    return { kind: 'NO_ANSWER' };
  };
  const client = await OfflineClient.open({
    driver,
    transport: server,
    files: nodePhotoFiles(`${file}.photos`),
    clock: nodeClock,
    keys: nodePersonKeys(join(dirname(file), 'keys.json')),
    syncLock: nodeSyncLock(file),
  });
  await client.sync.syncNow();
}
