/** What an installer carries beside Electron itself. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packApp } from '../../../scripts/lib/desktop/pack-app.mjs';
import type { Figure } from '../report.ts';

export async function benchPacked(): Promise<Figure[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-packed-'));
  try {
    const { asarBytes, unpackedBytes, programBytes, native, isElectron } = await packApp(folder);
    return [
      {
        name: 'The whole program, before an installer compresses it',
        measured: isElectron ? megabytes(programBytes) : 'no Electron here',
        beside: '-',
        floor: '500 MB',
      },
      {
        name: 'The app beside Electron: app.asar and what is unpacked',
        measured: `${megabytes(asarBytes + unpackedBytes)} (${megabytes(unpackedBytes)} unpacked, ${String(native.length)} native part)`,
        beside: '-',
        floor: '15 MB',
      },
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`;
