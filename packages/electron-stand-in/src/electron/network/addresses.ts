/** Chromium's addresses and the app's own ones: `web-address.ts` with the schemes that the app registered. */
import { ownAddress, webAddress } from '../../web-address.ts';
import { ownSchemes } from './protocol.ts';

/** The address that Chromium is asked for. */
export const toWeb = (address: string): string => webAddress(address, ownSchemes);

/** The address that the app knows. */
export const toOwn = (address: string): string => ownAddress(address, ownSchemes);

/** Such as `app://bundle`; of Node's, `URL.origin` gives none for an app's own scheme. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return 'null';
  const { protocol, host, origin } = new URL(address);
  return ownSchemes.has(protocol.slice(0, -1)) ? `${protocol}//${host}` : origin;
}
