/**
 * Where a request comes from (ADR 103). A header says so, and anybody can write one: it counts only as far as it comes from a proxy of
 * our own.
 */
import { BlockList, isIP } from 'node:net';

interface Network {
  readonly address: string;
  /** How many of its first bits all addresses of the network share. */
  readonly bits: number;
}

/** The proxies whose word counts. */
export class Proxies {
  /** Nobody's: the connection says who sends. */
  static readonly none = new Proxies([]);
  /** Of proxies on this machine. */
  static readonly onThisMachine = new Proxies([
    { address: '127.0.0.0', bits: 8 },
    { address: '::1', bits: 128 },
  ]);
  readonly #list = new BlockList();

  private constructor(networks: readonly Network[]) {
    for (const { address, bits } of networks) this.#list.addSubnet(address, bits, familyOf(address));
  }

  /**
   * Reads a setting: `0` for none, `1` for those on this machine, or addresses and networks such as `10.0.0.5,10.1.0.0/16`. Undefined for
   * what is none of these.
   *
   * @example
   * Proxies.parse('1')?.has('127.0.0.1'); // true
   */
  static parse(setting: string): Proxies | undefined {
    if (setting === '0') return Proxies.none;
    if (setting === '1') return Proxies.onThisMachine;
    const networks = setting.split(',').map((entry) => networkOf(entry.trim()));
    return networks.every((network) => network !== null) ? new Proxies(networks) : undefined;
  }

  has(address: string): boolean {
    const plain = plainAddress(address);
    return isIP(plain) !== 0 && this.#list.check(plain, familyOf(plain));
  }

  /**
   * Who really sends: the connection's other end, or whom a proxy of ours names. Each proxy
   * adds whom it saw at the end. So of several names the last one counts that is no proxy of ours.
   */
  clientOf(connection: string, forwardedFor: string | undefined): string {
    let client = plainAddress(connection);
    const names = forwardedFor?.split(',') ?? [];
    while (this.has(client)) {
      const named = plainAddress(names.pop()?.trim() ?? '');
      if (isIP(named) === 0) break;
      client = named;
    }
    return client;
  }
}

/** An IPv4 address that came over a socket of IPv6 reads `::ffff:127.0.0.1`. */
const plainAddress = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

function familyOf(address: string): 'ipv4' | 'ipv6' {
  return isIP(address) === 6 ? 'ipv6' : 'ipv4';
}

function networkOf(entry: string): Network | null {
  const [address = '', given] = entry.split('/');
  if (isIP(address) === 0) return null;
  const all = isIP(address) === 6 ? 128 : 32;
  if (given === undefined) return { address, bits: all };
  return /^\d+$/.test(given) && Number(given) <= all ? { address, bits: Number(given) } : null;
}
