import fc from 'fast-check';
import { times } from '@wellpulse/testing/depth';
import { describe, expect, it } from 'vitest';
import { safeNext } from './safe-next.ts';

describe('where signing in leads', () => {
  it.each(['/', '/wells?search=acme', '/enter#first', '/wells/1/entry'])('to our own page %s', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([
    null,
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/.//evil.example/',
    '/..//evil.example/',
    '/%2e//evil.example/',
    '/%2e%2e//evil.example/',
    '/x/..//evil.example/',
    '/.//\\evil.example',
    'javascript:alert(1)',
    '/api/wells',
    '/browser/wells',
    '/blob/account/container/name',
    '/sign-in?next=/sign-in',
  ])('to Home instead of %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });

  /** Addresses as somebody draws them who looks for a way out: segments that vanish, slashes that are not slashes. */
  const segment = fc.oneof(
    fc.constantFrom(
      '',
      '.',
      '..',
      '%2e',
      '%2E%2e',
      '.%2e',
      '\t',
      '\n',
      ' ',
      '%2f',
      '%5c',
      '?',
      '#',
      '@',
      ':',
    ),
    fc.constantFrom('evil.example', 'http:', 'javascript:', 'wells', 'api', 'sign-in', 'sign-in?next=x'),
    fc.string({ unit: 'binary', maxLength: 3 }),
  );
  const spelling = fc
    .array(fc.tuple(fc.constantFrom('/', '/', '/', '\\', ''), segment), { maxLength: 6 })
    .map((parts) => parts.flat().join(''));

  it.each(['https://wells.example', 'http://127.0.0.1:3000/sign-in?next=x'])(
    'to a page of %s, for any string',
    (base) => {
      fc.assert(
        fc.property(fc.oneof(spelling, fc.string({ unit: 'binary' })), (given) => {
          const next = safeNext(given);
          const reached = new URL(next, base);
          expect(reached.origin).toBe(new URL(base).origin);
          // What the browser makes of it is what was judged.
          expect(reached.pathname + reached.search + reached.hash).toBe(next);
          expect(reached.pathname).not.toMatch(/^\/(api\/|sign-in$)/);
          expect(safeNext(next)).toBe(next);
        }),
        { numRuns: times(5_000, 100_000) },
      );
    },
  );
});
