import { message, type User } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { scriptedStore } from '../record/scripted-store.fixture.ts';
import { ownPasswordForm, type OwnPasswordText } from './own-password-form.ts';
import { passwordForm, userForm, type PasswordToSet, type UserToSave } from './user-form.ts';

const words = createWords('en');
const PAT: User = {
  id: '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d',
  email: 'pat@acme.example',
  name: 'Pat',
  role: 'OPERATOR',
  status: 'ACTIVE',
  lastLoginAt: null,
  createdAt: '2025-10-20T06:41:00Z',
  updatedAt: '2025-10-20T06:41:00Z',
  version: 7,
};

test('a new user has a name, an address, a role and a first password', async () => {
  const store = scriptedStore<User, UserToSave>();
  const form = userForm(store, null);
  form.type({ name: 'Pia', email: 'no address', password: 'short' });
  await form.submit(words);
  expect([
    form.errorOf(words, 'name'),
    form.errorOf(words, 'email'),
    form.errorOf(words, 'password'),
  ]).toEqual([undefined, 'Must be an e-mail address', 'Must have at least 12 characters']);
  form.type({ email: 'pia@acme.example', password: 'twelve letters' });
  await form.submit(words);
  expect(store.saved).toMatchObject([
    {
      kind: 'NEW',
      values: { name: 'Pia', email: 'pia@acme.example', role: 'OPERATOR', password: 'twelve letters' },
    },
  ]);
});

test('a change names the version that was read, and no password', async () => {
  const store = scriptedStore<User, UserToSave>();
  const form = userForm(store, PAT);
  form.type({ role: 'MANAGER' });
  await form.submit(words);
  expect(store.saved).toEqual([
    { kind: 'CHANGE', changes: { name: 'Pat', email: 'pat@acme.example', role: 'MANAGER', version: 7 } },
  ]);
});

test('a password that is too short is not sent', async () => {
  const store = scriptedStore<User, PasswordToSet>();
  const form = passwordForm(store, PAT);
  form.type({ password: 'short' });
  await form.submit(words);
  expect(form.errorOf(words, 'password')).toBe('Must have at least 12 characters');
  form.type({ password: 'twelve letters' });
  await form.submit(words);
  expect(store.saved).toEqual([{ password: 'twelve letters', version: 7 }]);
});

test('people change their own password; a wrong one leaves what was typed', async () => {
  const store = scriptedStore<true, OwnPasswordText>();
  const form = ownPasswordForm(store);
  form.type({ currentPassword: 'guessed', newPassword: 'twelve letters' });
  const wrong = { path: 'currentPassword', message: message('notYourPassword') };
  store.answers.push({
    kind: 'REFUSED',
    trouble: { code: 'INVALID_CREDENTIALS', detail: null },
    errors: [wrong],
  });
  expect(await form.submit(words)).toBeNull();
  expect([form.errorOf(words, 'currentPassword'), form.text.newPassword]).toEqual([
    'This is not your password',
    'twelve letters',
  ]);
  store.answers.push({ kind: 'SAVED', record: true });
  expect(await form.submit(words)).toBe(true);
  expect(form.text).toEqual({ currentPassword: '', newPassword: '' });
});
