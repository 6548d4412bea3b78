import { cipherWith, newHiddenKey } from './cipher.web.ts';
import { readKept, writeKept } from '../storage/indexed-db.web.ts';
import type { DeviceKey } from '../ports.ts';

const NAME = 'device-key';

/** The key of this browser, made at the first start. It seals here and leaves the browser never. */
export async function openDeviceKey(): Promise<DeviceKey> {
  const kept = await readKept(NAME);
  const key = kept instanceof CryptoKey ? kept : await newHiddenKey();
  if (key !== kept) await writeKept(NAME, key);
  // SQLite in a browser takes `PRAGMA key` and ignores it.
  return { cipher: cipherWith(key), databaseKey: null };
}
