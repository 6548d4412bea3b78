import { describe, expect, it } from 'vitest';
import { expiryOf, isFresh, RENEWAL_MARGIN_SECONDS } from './access-token.ts';

const tokenThat = (claims: object) =>
  ['e30', Buffer.from(JSON.stringify(claims)).toString('base64url'), 'signature'].join('.');

describe('an access token', () => {
  it('is fresh until shortly before it expires', () => {
    const token = tokenThat({ exp: 2000 });
    const lastMoment = (2000 - RENEWAL_MARGIN_SECONDS) * 1000;
    expect(isFresh(token, lastMoment - 1)).toBe(true);
    expect(isFresh(token, lastMoment)).toBe(false);
  });

  it.each(['', 'nonsense', 'a.b.c', tokenThat({}), tokenThat({ exp: 'soon' })])('%j is none', (text) => {
    expect(expiryOf(text)).toBeNull();
    expect(isFresh(text, 0)).toBe(false);
  });

  it('is needed at all', () => {
    expect(isFresh(null, 0)).toBe(false);
  });
});
