/** Putting data aside that can't be opened. Nothing of it is ever deleted. */
import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { DATA_FILES } from './open-laptop.ts';

/** Moves all files of the data into a folder of their own, so that the laptop begins anew. The office's address stays. */
export async function putAside(folder: string, now: Date): Promise<void> {
  const there = DATA_FILES.filter((name) => existsSync(join(folder, name)));
  if (there.length === 0) return;
  const aside = join(folder, `aside-${now.toISOString().replaceAll(/[:.]/g, '-')}`);
  await mkdir(aside, { recursive: true, mode: 0o700 });
  for (const name of there) await rename(join(folder, name), join(aside, name));
}
