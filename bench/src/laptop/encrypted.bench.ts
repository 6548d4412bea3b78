/** What encryption costs on this disk: the laptop's own database under the offline client, without the program around it. */
import { openCipherSqlite } from '@wellpulse/desktop/cipher-sqlite';
import { OfflineClient } from '@wellpulse/offline';
import { nodeClock, nodePersonKeys, nodePhotoFiles, openNodeSqlite } from '@wellpulse/offline/node';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { recordReadings } from '../device/record-readings.ts';
import { takesEverything, WELLS, wellId } from '../device/takes-everything.ts';
import { milliseconds, summary, timeRepeated, type Times } from '../measure.ts';
import type { Figure } from '../report.ts';

const EVENTS = 1_000;

interface Measured {
  readonly recording: Times;
  readonly query: Times;
  readonly megabytes: number;
}

export async function benchEncrypted(): Promise<Figure[]> {
  const key = randomBytes(32);
  const encrypted = await measure(async (file) => openCipherSqlite(file, key));
  const plain = await measure(openNodeSqlite);
  return [
    {
      name: 'Save an entry on the encrypted disk, in main',
      measured: told(encrypted.recording),
      beside: `not encrypted ${told(plain.recording)}`,
      floor: '10 ms (goal 2)',
    },
    {
      name: 'Read 1,000 events of the log, in main',
      measured: told(encrypted.query),
      beside: `not encrypted ${told(plain.query)}`,
      floor: '50 ms (goal 5)',
    },
    {
      name: 'The database at 1,000 events, with 100 wells',
      measured: `${encrypted.megabytes.toFixed(2)} MB`,
      beside: `not encrypted ${plain.megabytes.toFixed(2)} MB`,
      floor: '100 MB (goal 5)',
    },
  ];
}

async function measure(open: (file: string) => ReturnType<typeof openNodeSqlite>): Promise<Measured> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-encrypted-'));
  const client = await OfflineClient.open({
    driver: await open(path.join(folder, 'client.db')),
    transport: takesEverything,
    files: nodePhotoFiles(path.join(folder, 'photos')),
    clock: nodeClock,
    keys: nodePersonKeys(path.join(folder, 'keys.json')),
  });
  try {
    const person = { tenant: 'acme', email: 'operator@acme.example', password: 'wellpulse-demo' };
    await client.sessions.register({ ...person, deviceName: 'Bench', platform: 'ELECTRON' });
    await client.sync.syncNow();
    const recording = summary(
      await recordReadings(client, 0, EVENTS, (reading) => ({
        wellId: wellId(reading % WELLS),
        day: Math.floor(reading / WELLS),
      })),
    );
    const query = await timeRepeated(50, () => client.events.list().page({ limit: EVENTS }));
    const files = (await readdir(folder)).filter((name) => name.startsWith('client.db'));
    const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(folder, name))).size));
    return { recording, query, megabytes: sizes.reduce((sum, size) => sum + size, 0) / 1e6 };
  } finally {
    await client.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const told = ({ p50, p95 }: Times): string => `p50 ${milliseconds(p50)}, p95 ${milliseconds(p95)}`;
