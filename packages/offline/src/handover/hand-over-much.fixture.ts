/**
 * A program that makes a handover file of many events and large photos. Another device of the same tenant takes it over.
 * Prints how large the file is and how much memory the program ever had. Arguments: folder, events, photos.
 */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OfflineClient } from '../offline-client.ts';
import { nodePersonKeys, nodePhotoFiles, openNodeSqlite, readPieces, writeDurably } from '../node/index.ts';
import { FakeClock } from '../testing/fake-clock.ts';
import { FakeServer, PUMPER } from '../testing/fake-server.ts';

const MEBIBYTE = 1024 * 1024;
const PASSPHRASE = 'north route seven';
const EQUIPMENT_ID = '01890000-0000-7000-8000-00000000e001';
const [folder = '', events = '0', photos = '0'] = process.argv.slice(2);
const server = new FakeServer();

async function open(name: string, seed: number): Promise<OfflineClient> {
  const clock = new FakeClock(undefined, seed);
  const client = await OfflineClient.open({
    driver: await openNodeSqlite(join(folder, `${name}.db`)),
    transport: server,
    files: nodePhotoFiles(join(folder, `${name}-photos`)),
    keys: nodePersonKeys(join(folder, `${name}-keys.json`)),
    clock,
  });
  const person = { tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' };
  await client.sessions.register({ ...person, deviceName: name, platform: 'ELECTRON' });
  return client;
}

/** Straight into the log: what is measured is not recording. */
async function fill(client: OfflineClient): Promise<void> {
  const driver = await openNodeSqlite(join(folder, 'full.db'));
  const [device] = await driver.query('SELECT device_id, tenant_id FROM device');
  const notes = 'Gauge was read twice. '.repeat(80);
  await driver.transaction(async (tx) => {
    for (let index = 0; index < Number(events); index += 1) {
      const event = {
        id: `01890000-0000-7000-8000-1${String(index).padStart(11, '0')}`,
        tenantId: String(device?.['tenant_id']),
        deviceId: String(device?.['device_id']),
        deviceSequence: index + 1,
        userId: PUMPER.id,
        eventType: 'EQUIPMENT_UPDATED',
        aggregateId: `01890000-0000-7000-8000-2${String(index).padStart(11, '0')}`,
        baseVersion: 1,
        timestamp: '2025-10-20T14:30:00.000Z',
        payload: { model: notes.slice(0, 200), unknown: notes },
      };
      await tx.execute(
        `INSERT INTO event_log (id, device_id, device_sequence, user_id, event_type, aggregate_id, record_key,
           timestamp, event, signature, origin) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OWN')`,
        [
          event.id,
          event.deviceId,
          event.deviceSequence,
          event.userId,
          event.eventType,
          event.aggregateId,
          `equipment|${event.aggregateId}`,
          event.timestamp,
          JSON.stringify(event),
          'ab'.repeat(32),
        ],
      );
    }
  });
  for (let index = 0; index < Number(photos); index += 1) {
    const bytes = new Uint8Array(8 * MEBIBYTE).fill(index + 1);
    const { photoId } = await client.photos.keep({ bytes, contentType: 'image/jpeg' });
    await driver.execute('UPDATE photos SET equipment_id = ? WHERE photo_id = ?', [EQUIPMENT_ID, photoId]);
  }
  await driver.close();
}

const full = await open('full', 1);
await fill(full);
const file = join(folder, 'truck-7.wellpulse');
await writeDurably(file, full.exportFile(PASSPHRASE));
await full.close();
const other = await open('other', 77);
const imported = await other.importFile(() => readPieces(file), PASSPHRASE);
await other.close();
const { size } = await stat(file);
const mostMegabytes = Math.round(process.resourceUsage().maxRSS / 1024);
process.stdout.write(
  JSON.stringify({ ...imported, fileMegabytes: Math.round(size / MEBIBYTE), mostMegabytes }),
);
