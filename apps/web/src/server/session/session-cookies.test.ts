import { NextResponse } from 'next/server';
import { describe, expect, it } from 'vitest';
import { tokensOf } from './renewals.ts';
import { clearSessionCookies, readSessionCookies, setSessionCookies } from './session-cookies.ts';

const origin = { headers: new Headers({ host: 'wells.example:3000' }) };
const session = { accessToken: 'a.b.c', refreshToken: 'tenant.secret' };

describe('the cookies of a session', () => {
  it('keep the tokens, and the key of the renewal to come', () => {
    const response = NextResponse.json({});
    const tokens = tokensOf(session);
    setSessionCookies(response, origin, tokens);
    expect(readSessionCookies(response.cookies, origin)).toEqual(tokens);
    clearSessionCookies(response, origin);
    expect(readSessionCookies(response.cookies, origin)).toBeNull();
  });

  it.each(['tenant.secret', 'tenant.secret~', 'tenant.secret~nonsense'])(
    'are read without a key in %s, as browsers have them from before',
    (value) => {
      const jar = { get: (name: string) => (name.includes('refresh') ? { value } : undefined) };
      expect(readSessionCookies(jar, origin)).toEqual({
        accessToken: null,
        refreshToken: 'tenant.secret',
        renewalKey: null,
      });
    },
  );
});
