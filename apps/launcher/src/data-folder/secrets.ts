import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from './replace-file.ts';

const BYTES = 32;

/** A random secret that is kept in the data folder, readable by its owner only; made the first time. */
export async function ensureSecret(dataDir: string, name: string): Promise<string> {
  const path = join(dataDir, name);
  try {
    return (await readFile(path, 'utf8')).trim();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const secret = randomBytes(BYTES).toString('base64url');
  await replaceFile(path, `${secret}\n`);
  return secret;
}
