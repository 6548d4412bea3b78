import { NewerDatabaseError } from './database/migrate.ts';
import { OfflineError } from './offline-error.ts';
import { isStorageProblem } from './ports/storage-error.ts';

/**
 * Thrown where the platform's store gives the key of existing data no more: another account of the system, or a store that was emptied. A
 * new key is never made in its place.
 *
 * @example
 * if (key === null && hasData) throw new DeviceKeyLostError('The keystore gave no key');
 */
export class DeviceKeyLostError extends Error {
  override readonly name = 'DeviceKeyLostError';
}

/** Why a device's data can't be opened. `FAULT` is whatever nobody expected. */
export type OpenTrouble = 'KEY_LOST' | 'NEWER' | 'DISK_FULL' | 'DAMAGED' | 'FAULT';

/**
 * What a screen says of an error of `OfflineClient.open`. No message of an error is shown: it may name a path.
 *
 * @example
 * show(words.deskWords.dataTroubles[openTroubleOf(error)].title);
 */
export function openTroubleOf(error: unknown): OpenTrouble {
  if (error instanceof DeviceKeyLostError) return 'KEY_LOST';
  if (error instanceof NewerDatabaseError) return 'NEWER';
  const code = error instanceof OfflineError ? error.code : null;
  if (isStorageProblem(error, 'FULL') || code === 'DISK_FULL') return 'DISK_FULL';
  if (isStorageProblem(error, 'DAMAGED') || code === 'DATA_DAMAGED') return 'DAMAGED';
  return 'FAULT';
}
