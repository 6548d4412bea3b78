import { expect, test } from 'vitest';
import { hashPassword, isCommonPassword, verifyPassword } from './passwords.ts';

test.each([
  'password',
  'Password123!',
  'P@ssw0rd2024',
  'passwordpassword',
  'welcome-admin',
  'wellpulse-demo',
  'Summer2025!!!',
  'letmein12345',
  'aaaaaaaaaaaaaa',
  'abababababab',
  'abc123abc123abc123',
  '12345678901234',
  '987654321098',
  'abcdefghijklmn',
  '!!!!!!!!!!!!',
  '2025-10-20 20:25',
])('"%s" is among those that are tried first', (password) => {
  expect(isCommonPassword(password)).toBe(true);
});

test.each([
  'rods-and-tubing-4417',
  'correct elephant runs',
  'Zugspitze-2962-Meter',
  'j8#kPq2!vLx9',
  'the pump jack nods at dawn',
  'пароль-из-букв-12',
])('"%s" is a good one', (password) => {
  expect(isCommonPassword(password)).toBe(false);
});

test('a hash is argon2id, different each time, and lets only its password in', async () => {
  const [one, other] = await Promise.all([hashPassword('a good password'), hashPassword('a good password')]);
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(other);
  expect(await verifyPassword(one, 'a good password')).toBe(true);
  expect(await verifyPassword(one, 'a good passwore')).toBe(false);
  expect(await verifyPassword(one, '')).toBe(false);
});

test('without a hash every password is wrong', async () => {
  expect(await verifyPassword(undefined, 'a good password')).toBe(false);
});
