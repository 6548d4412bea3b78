import { expect, test } from 'vitest';
import { isConnectionFailure } from './connection-failure.ts';

test.each(['ECONNREFUSED', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
  'a server that answers with %s is away',
  (code) => {
    expect(isConnectionFailure(Object.assign(new Error('connect'), { code }))).toBe(true);
  },
);

test('what fails otherwise is our own trouble', () => {
  expect(isConnectionFailure(Object.assign(new Error('open'), { code: 'ENOENT' }))).toBe(false);
  expect(isConnectionFailure(new TypeError('x is not a function'))).toBe(false);
  expect(isConnectionFailure('ECONNREFUSED')).toBe(false);
});
