/** A handover file of any size is made and taken over with the memory of a small one. */
import { isTurn } from '@wellpulse/testing/depth';
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { aFolder } from '../offline-client.fixture.ts';

const program = join(import.meta.dirname, 'hand-over-much.fixture.ts');

interface Measured {
  readonly events: number;
  readonly photos: number;
  readonly fileMegabytes: number;
  readonly mostMegabytes: number;
}

async function handOver(events: number, photos: number): Promise<Measured> {
  const folder = join(aFolder(), `${events}-${photos}`);
  await mkdir(folder);
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--max-old-space-size=40',
    program,
    ...[folder, String(events), String(photos)],
  ]);
  return JSON.parse(stdout) as Measured;
}

/** On another day the dashboard opens such a file: `import-memory.test.ts` of `@wellpulse/web`. */
test.runIf(isTurn(8, 10))(
  'many events and large photos take no more memory than a few, beside one photo',
  async () => {
    const few = await handOver(20, 1);
    const many = await handOver(3000, 11);
    expect(many).toMatchObject({ events: 3000, photos: 11 });
    expect(many.fileMegabytes).toBeGreaterThan(90);
    expect(many.mostMegabytes - few.mostMegabytes).toBeLessThan(many.fileMegabytes * 0.8);
  },
  240_000,
);
