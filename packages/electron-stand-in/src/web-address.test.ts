import { expect, test } from 'vitest';
import { ownAddress, webAddress } from './web-address.ts';

const schemes = new Set(['app']);

test.each([
  ['app://bundle/index.html?a=1', 'http://bundle.app.localhost/index.html?a=1'],
  ['app://bundle', 'http://bundle.app.localhost/'],
])('%s is asked for as %s', (own, web) => {
  expect(webAddress(own, schemes)).toBe(web);
  expect(webAddress(ownAddress(web, schemes), schemes)).toBe(web);
});

test('addresses of others stay as they are', () => {
  for (const address of ['https://acme.test/', 'file:///etc/passwd', 'http://x.other.localhost/']) {
    expect(webAddress(address, schemes)).toBe(address);
    expect(ownAddress(address, schemes)).toBe(address);
  }
});
