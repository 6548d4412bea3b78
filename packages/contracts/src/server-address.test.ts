import { describe, expect, it } from 'vitest';
import { isThisMachine, originSchema, readServerPlace, signInCode } from './server-address.ts';

describe('a server is found by', () => {
  it.each([
    [signInCode('https://field.example:8443', 'acme'), 'https://field.example:8443', 'acme'],
    [signInCode('http://[fe80::1]:3000', 'blue-bonnet'), 'http://[fe80::1]:3000', 'blue-bonnet'],
    ['https://field.example/api', 'https://field.example', null],
    ['https://field.example/', 'https://field.example', null],
    ['  Field.Example ', 'https://field.example', null],
    ['HTTP://10.0.0.5:3000', 'http://10.0.0.5:3000', null],
    ['10.0.0.5:3000', 'https://10.0.0.5:3000', null],
    ['https://field.example/sign-in?tenant=No%20Name', 'https://field.example', null],
  ])('%j', (text, origin, tenant) => {
    expect(readServerPlace(text)).toEqual({ origin, tenant });
    expect(originSchema.safeParse(origin).success).toBe(true);
  });

  it.each(['', 'two words', 'ftp://field.example', 'https://', 'https://user:word@field.example', '-x'])(
    'nothing that %j says',
    (text) => {
      expect(readServerPlace(text)).toBeNull();
    },
  );
});

it.each([
  ['http://127.0.0.1:3000', true],
  ['http://localhost', true],
  ['http://[::1]:3000', true],
  ['http://127.0.0.1.example', false],
  ['https://localhost.example', false],
  ['http://192.168.1.7:3000', false],
])('%s is this machine: %s', (origin, is) => {
  expect(isThisMachine(origin)).toBe(is);
});

it.each(['https://a.example/', 'https://a.example/wellpulse', 'a.example', 'https://A.example'])(
  '%s is no origin',
  (text) => {
    expect(originSchema.safeParse(text).success).toBe(false);
  },
);
