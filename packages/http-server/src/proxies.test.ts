import { describe, expect, it } from 'vitest';
import { Proxies } from './proxies.ts';

const given = (setting: string): Proxies => {
  const proxies = Proxies.parse(setting);
  if (proxies === undefined) throw new Error(`${setting} is not understood`);
  return proxies;
};

describe('who really sends', () => {
  it.each([
    ['0', '127.0.0.1', '6.6.6.6', '127.0.0.1'],
    ['1', '127.0.0.1', '6.6.6.6', '6.6.6.6'],
    ['1', '::ffff:127.0.0.1', '6.6.6.6', '6.6.6.6'],
    ['1', '::1', '2001:db8::7', '2001:db8::7'],
    ['1', '127.0.0.1', undefined, '127.0.0.1'],
    // What the sender wrote stands before what our proxy has seen.
    ['1', '127.0.0.1', '1.2.3.4, 6.6.6.6', '6.6.6.6'],
    ['1', '127.0.0.1', '1.2.3.4, 6.6.6.6, 127.0.0.1', '6.6.6.6'],
    ['1', '127.0.0.1', '1.2.3.4, nobody', '127.0.0.1'],
    ['1', '192.168.1.9', '6.6.6.6', '192.168.1.9'],
    ['10.0.0.5,10.1.0.0/16', '10.1.7.7', '6.6.6.6, 10.0.0.5', '6.6.6.6'],
    ['10.0.0.5,10.1.0.0/16', '127.0.0.1', '6.6.6.6', '127.0.0.1'],
  ])('with %s: %s that names %s is %s', (setting, connection, names, client) => {
    expect(given(setting).clientOf(connection, names)).toBe(client);
  });

  it.each(['yes', '', '2', '10.0.0', '10.0.0.0/33', '10.0.0.0/', '::1/129', 'proxy.example'])(
    'is not asked of %j, which names no proxy',
    (setting) => {
      expect(Proxies.parse(setting)).toBeUndefined();
    },
  );
});
