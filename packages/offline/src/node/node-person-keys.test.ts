import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { signatureOf } from '../events/sign-event.ts';
import { describePersonKeys } from '../testing/person-keys.suite.ts';
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

describePersonKeys('a file', nodePersonKeys, aFile);

test('nobody else at the machine can read the file', async () => {
  const path = aFile();
  await nodePersonKeys(path).keep('pat', FIRST);
  expect(statSync(path).mode & 0o077).toBe(0);
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

test('a short passphrase is refused', async () => {
  const keys = nodePersonKeys(aFile());
  await expect(keys.keep('pat', FIRST, 'seven77')).rejects.toMatchObject({ code: 'WEAK_SECRET' });
});
