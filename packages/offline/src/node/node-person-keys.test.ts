import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signatureOf } from '../events/sign-event.ts';
import { nodePersonKeys } from './node-person-keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'wellpulse-keys-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
let files = 0;
const aFile = (): string => join(folder, `keys-${(files += 1)}.json`);
const [FIRST, SECOND] = ['A', 'B'].map((letter) => Buffer.from(letter.repeat(32)).toString('base64')) as [
  string,
  string,
];

test('a key survives the program, and signs for its own person alone', async () => {
  const path = aFile();
  await nodePersonKeys(path).keep('pat', FIRST);
  const keys = nodePersonKeys(path);
  expect(await keys.sign('pat', 'text')).toBeNull();
  expect(await keys.unlock('pat')).toBe(true);
  expect(await keys.unlock('fran')).toBe(false);
  expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', FIRST));
  expect(await keys.sign('fran', 'text')).toBeNull();
  await keys.lock();
  expect(await keys.sign('pat', 'text')).toBeNull();
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('a new key signs, and the former one still tells what it signed', async () => {
  const keys = nodePersonKeys(aFile());
  await keys.keep('pat', FIRST);
  const before = (await keys.sign('pat', 'text')) ?? '';
  await keys.keep('pat', SECOND);
  expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', SECOND));
  expect(await keys.madeSignature('pat', 'text', before)).toBe(true);
  expect(await keys.madeSignature('pat', 'other text', before)).toBe(false);
});

test('with a passphrase the file alone signs nothing', async () => {
  const path = aFile();
  const passphrase = 'north route seven';
  await nodePersonKeys(path).keep('pat', FIRST, passphrase);
  expect(readFileSync(path, 'utf8')).not.toContain(FIRST);
  const keys = nodePersonKeys(path);
  for (const wrong of [undefined, '', 'north route eight'])
    expect(await keys.unlock('pat', wrong)).toBe(false);
  expect(await keys.keep('pat', SECOND)).toBe(false);
  expect(await keys.unlock('pat', passphrase)).toBe(true);
  expect(await keys.sign('pat', 'text')).toBe(signatureOf('text', FIRST));
  expect(await keys.keep('pat', SECOND)).toBe(true);
  expect(await nodePersonKeys(path).unlock('pat')).toBe(false);
});

test('a short passphrase is refused, and an emptied store holds nobody', async () => {
  const keys = nodePersonKeys(aFile());
  await expect(keys.keep('pat', FIRST, 'seven77')).rejects.toMatchObject({ code: 'WEAK_SECRET' });
  await keys.keep('pat', FIRST);
  await keys.clear();
  expect(await keys.unlock('pat')).toBe(false);
});
