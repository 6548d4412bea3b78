import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { wholeOf } from '../../lib/pieces.ts';
import { aFolder } from '../../offline-client.fixture.ts';
import { readPieces } from './read-pieces.ts';
import { writeDurably } from './write-durably.ts';

async function* pieces(count: number, failsAfter = count) {
  for (let index = 0; index < count; index += 1) {
    if (index === failsAfter) throw new Error('The photo cannot be read');
    yield new Uint8Array(50_000).fill(index);
  }
}

test('a stream is written whole, and read in pieces', async () => {
  const path = join(aFolder(), 'truck-7.wellpulse');
  await writeDurably(path, pieces(5));
  expect(await wholeOf(readPieces(path))).toEqual(await wholeOf(pieces(5)));
});

test('a stream that breaks off leaves no file, and a former one as it was', async () => {
  const folder = aFolder();
  const path = join(folder, 'truck-7.wellpulse');
  await expect(writeDurably(path, pieces(5, 3))).rejects.toThrow('cannot be read');
  expect(await readdir(folder)).toEqual([]);
  await writeFile(path, 'former');
  await expect(writeDurably(path, pieces(5, 3))).rejects.toThrow('cannot be read');
  expect(await readdir(folder)).toEqual(['truck-7.wellpulse']);
  expect(await readFile(path, 'utf8')).toBe('former');
});

test('a program that is killed while it writes leaves no file under the name', async () => {
  const folder = aFolder();
  const path = join(folder, 'truck-7.wellpulse');
  const child = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `import { writeDurably } from ${JSON.stringify(join(import.meta.dirname, 'write-durably.ts'))};
     async function* endless() {
       for (let piece = 0; ; piece += 1) {
         yield new Uint8Array(1000);
         if (piece === 20) process.stdout.write('writing');
       }
     }
     await writeDurably(${JSON.stringify(path)}, endless());`,
  ]);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'close');
  expect(await readdir(folder)).toEqual([`truck-7.wellpulse.${child.pid}.part`]);
});
