import { safeStorage } from 'electron';
import type { OsKeyStore } from '../keys/os-key-store.ts';

/**
 * The system's store of secrets; null where there is none, or where it protects nothing: without a keyring, Linux's would wrap with a
 * password that everybody knows.
 */
export async function systemKeyStore(): Promise<OsKeyStore | null> {
  if (!(await safeStorage.isAsyncEncryptionAvailable())) return null;
  if (process.platform === 'linux' && safeStorage.getSelectedStorageBackend() === 'basic_text') return null;
  return {
    wrap: async (text) => (await safeStorage.encryptStringAsync(text)).toString('base64'),
    unwrap: async (wrapped) => {
      try {
        return (await safeStorage.decryptStringAsync(Buffer.from(wrapped, 'base64'))).result;
      } catch {
        return null;
      }
    },
  };
}
