import { Proxies } from '@wellpulse/http-server';
import type { IncomingHttpHeaders } from 'node:http';
import type { Socket } from 'node:net';
import { expect, it } from 'vitest';
import { sayWhoSends } from './prepare-server.ts';

const SAID = {
  'x-forwarded-for': '1.2.3.4, 203.0.113.9',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-port': '1',
  forwarded: 'host=evil.example',
};

it.each([
  [Proxies.none, '127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }],
  [Proxies.onThisMachine, '198.51.100.7', { 'x-forwarded-for': '198.51.100.7' }],
  [Proxies.onThisMachine, '127.0.0.1', { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }],
])(
  'what a request says of its sender counts if a proxy of ours says it (%#)',
  (proxies, remoteAddress, left) => {
    const headers: IncomingHttpHeaders = { ...SAID };
    sayWhoSends({ headers, socket: { remoteAddress } as Socket }, proxies);
    expect(headers).toEqual(left);
  },
);
