import { allEndpoints } from '@wellpulse/contracts';
import { describe, expect, it } from 'vitest';
import { isProxied } from './proxied-routes.ts';

const sampleOf = (path: string) => path.replaceAll(/:\w+/g, '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d');

describe('routes that pages reach through the web server', () => {
  it.each(allEndpoints.map(({ method, path, access }) => ({ method, path, access })))(
    '$method $path, open to $access',
    ({ method, path, access }) => {
      expect(isProxied(method, sampleOf(path))).toBe(access !== 'PUBLIC');
    },
  );

  it.each([
    ['GET', '/metrics'],
    ['GET', '/wells/a/b/c'],
    ['DELETE', '/wells'],
    ['POST', '/auth/login/'],
    ['GET', '//wells'],
  ])('nothing else: %s %s', (method, path) => {
    expect(isProxied(method, path)).toBe(false);
  });
});
