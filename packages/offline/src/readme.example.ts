import { OfflineClient } from '@wellpulse/offline';
import { fetchTransport } from '@wellpulse/offline/fetch';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = await mkdtemp(join(tmpdir(), 'truck-7-'));
const client = await OfflineClient.open({
  driver: await openNodeSqlite(join(folder, 'client.db')),
  transport: fetchTransport('http://127.0.0.1:3000/api'),
  files: nodePhotoFiles(join(folder, 'photos')),
  clock: nodeClock,
  keys: nodePersonKeys(join(folder, 'keys.json')),
});
await client.drafts.save('production', { oil: '42.5' });

export const draft = await client.drafts.load('production'); // { oil: '42.5' }
export const wells = await client.records.wells().all(); // []
export const pending = (await client.status.current()).pendingEvents; // 0

await client.close();
await rm(folder, { recursive: true });
