/** What a phone downloads: the programs for Android and iOS, and the build for browsers. */
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { compileByHermes, exportForPhones } from '../../../scripts/lib/mobile/host/export-app.mjs';
import type { Figure } from '../report.ts';
import { DIST } from './field-office.ts';

export async function benchBundles(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-phone-bundles-'));
  try {
    const bundles = await exportForPhones(path.join(folder, 'export'));
    const figures: Figure[] = [];
    for (const [platform, file] of Object.entries(bundles)) {
      const compiled = path.join(folder, `${platform}.hbc`);
      await compileByHermes(file, compiled);
      const bytes = await readFile(compiled);
      const packed = await promisify(brotliCompress)(bytes);
      figures.push({
        name: `Bytecode for ${platform}`,
        measured: `${megabytes(bytes.length)}, packed ${megabytes(packed.length)}`,
        beside: `its JavaScript ${megabytes((await stat(file)).size)}`,
        floor: '-',
      });
    }
    return [...figures, await ofBrowsers()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function ofBrowsers(): Promise<Figure> {
  const names = (await readdir(DIST, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  let whole = 0;
  let packed = 0;
  for (const entry of names) {
    const { size } = await stat(path.join(entry.parentPath, entry.name));
    const isPacked = /\.(br|gz)$/.test(entry.name);
    const hasPacked = names.some(
      ({ name, parentPath }) => parentPath === entry.parentPath && name === `${entry.name}.br`,
    );
    if (!isPacked) whole += size;
    if (entry.name.endsWith('.br') || (!isPacked && !hasPacked)) packed += size;
  }
  return {
    name: 'All files of the build for browsers',
    measured: `${megabytes(whole)}, packed ${megabytes(packed)}`,
    beside: '-',
    floor: '-',
  };
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
