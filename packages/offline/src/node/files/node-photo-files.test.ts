import type * as fs from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { inPieces } from '../../lib/pieces.ts';
import { aFolder } from '../../offline-client.fixture.ts';

const steps = vi.hoisted((): string[] => []);
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof fs>();
  return {
    ...real,
    open: async (...args: Parameters<typeof fs.open>) => {
      const file = await real.open(...args);
      const sync = file.sync.bind(file);
      file.sync = async () => {
        await sync();
        steps.push(`sync ${String(args[0])}`);
      };
      return file;
    },
    rename: async (from: string, to: string) => {
      await real.rename(from, to);
      steps.push(`rename ${to}`);
    },
  };
});

afterAll(() => {
  vi.resetModules();
});

test('a photo that was saved is on the disk with its name: its bytes, its folder, and where that was made', async () => {
  // Another file's tests may have loaded the module with the real functions.
  vi.resetModules();
  const { nodePhotoFiles } = await import('./node-photo-files.ts');
  const parent = aFolder();
  const folder = join(parent, 'photos');
  const files = nodePhotoFiles(folder);
  await files.save('one.jpeg', inPieces(Uint8Array.of(1, 2, 3)));
  expect(steps).toEqual([
    `sync ${parent}`,
    `sync ${join(folder, `one.jpeg.${process.pid}.part`)}`,
    `rename ${join(folder, 'one.jpeg')}`,
    `sync ${folder}`,
  ]);
});
