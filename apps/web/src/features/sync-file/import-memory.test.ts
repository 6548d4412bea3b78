/** The dashboard takes a handover file of any size with the memory of a small one. */
import { isTurn, times } from '@wellpulse/testing/depth';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const program = join(import.meta.dirname, 'import-memory.fixture.ts');
const folder = await mkdtemp(join(tmpdir(), 'wellpulse-import-'));
afterAll(() => rm(folder, { recursive: true }));
const run = (...given: string[]) => promisify(execFile)(process.execPath, [program, ...given]);

interface Measured {
  readonly photos: number;
  readonly stored: number;
  readonly fileMegabytes: number;
  readonly mostMegabytes: number;
}

async function importPhotos(photos: number): Promise<Measured> {
  const path = join(folder, `${photos}.wellpulse`);
  await run('make', path, String(photos));
  const { stdout } = await run('import', path);
  return JSON.parse(stdout) as Measured;
}

/** So many that the collector of memory has run in both programs: what it leaves lying does not grow with the file. */
const FEW = 5;

/** On another day a device takes such a file over: `handover-memory.test.ts` of `@wellpulse/offline`. */
test.runIf(isTurn(3, 10))('a file of many large photos takes no more memory than one of a few', async () => {
  const photos = times(11, 27);
  const few = await importPhotos(FEW);
  const many = await importPhotos(photos);
  expect(many).toMatchObject({ photos, stored: photos });
  expect(many.fileMegabytes).toBeGreaterThanOrEqual(photos * 8);
  expect(many.mostMegabytes - few.mostMegabytes).toBeLessThan((many.fileMegabytes - few.fileMegabytes) * 0.8);
});
