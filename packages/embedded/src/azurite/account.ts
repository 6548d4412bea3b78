import { randomBytes } from 'node:crypto';
import { chmod, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfPresent } from '../files.ts';

/** The storage account that the emulator serves. */
export const ACCOUNT_NAME = 'wellpulse';

const KEY_FILE = 'account-key';
const KEY_BYTES = 64;

/** The account's key (base64) in this data folder, made at random the first time. */
export async function ensureAccountKey(dataDir: string): Promise<string> {
  const path = join(dataDir, KEY_FILE);
  const kept = await readIfPresent(path);
  if (kept !== undefined) return kept.trim();
  const key = randomBytes(KEY_BYTES).toString('base64');
  await writeFile(`${path}.new`, `${key}\n`, { mode: 0o600 });
  await chmod(`${path}.new`, 0o600);
  await rename(`${path}.new`, path);
  return key;
}

/** Connection string for the Azure SDK. */
export function connectionString(key: string, port: number): string {
  const endpoint = `http://127.0.0.1:${String(port)}/${ACCOUNT_NAME}`;
  return `DefaultEndpointsProtocol=http;AccountName=${ACCOUNT_NAME};AccountKey=${key};BlobEndpoint=${endpoint};`;
}
