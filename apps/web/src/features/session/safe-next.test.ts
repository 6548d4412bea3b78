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
    'javascript:alert(1)',
    '/api/wells',
    '/sign-in?next=/sign-in',
  ])('to Home instead of %j', (next) => {
    expect(safeNext(next)).toBe('/');
  });
});
