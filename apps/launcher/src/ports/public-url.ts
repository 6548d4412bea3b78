/** Under which origin a server is found that listens on an address of this machine. */
import { networkInterfaces } from 'node:os';

const ALL_ADDRESSES = new Set(['0.0.0.0', '::']);

/**
 * The origin of a server on this machine. One that listens on all addresses is found under the first that others reach. If
 * there is none, it is found on this machine.
 */
export function originAt(host: string, port: number): string {
  const address = ALL_ADDRESSES.has(host) ? (addressForOthers() ?? '127.0.0.1') : host;
  return `http://${inUrl(address)}:${String(port)}`;
}

/** Where this machine itself asks a server that listens on an address. */
export const originFromHere = (host: string, port: number): string =>
  originAt(ALL_ADDRESSES.has(host) ? '127.0.0.1' : host, port);

/** Whether an origin leads to this machine whoever opens it. */
export const isLoopback = (origin: string): boolean =>
  /^(localhost|127(\.\d+){3}|\[::1\])$/.test(new URL(origin).hostname);

/** Whether a server that listens on an address is reached from this machine alone. */
export const isLoopbackAddress = (host: string): boolean => host === '::1' || host.startsWith('127.');

/** Whether a text is an origin as browsers write it. */
export const isOrigin = (text: string): boolean =>
  /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;

const inUrl = (address: string): string => (address.includes(':') ? `[${address}]` : address);

function addressForOthers(): string | undefined {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.find(({ family, internal }) => family === 'IPv4' && !internal)?.address;
}
