/** Runs a desktop app without the Electron binary. */
export { ownAddress, webAddress } from './web-address.ts';
