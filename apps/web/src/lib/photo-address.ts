import { BLOB_PATH } from '@wellpulse/contracts';

/**
 * A photo's address for the page that shows it. The API names the public origin, and a page may have been opened under another name of the
 * same server. An address of a storage account stays as it is.
 */
export function photoAddress(address: string): string {
  const { pathname, search } = new URL(address);
  return pathname.startsWith(`${BLOB_PATH}/`) ? pathname + search : address;
}
