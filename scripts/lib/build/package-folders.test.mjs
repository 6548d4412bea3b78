import { expect, test } from 'vitest';
import { packageFolders } from './package-folders.mjs';

test('a program is made of its packages and of theirs, and of no others', async () => {
  const folders = await packageFolders('apps/web');
  expect([...folders]).toEqual(expect.arrayContaining(['apps/web', 'packages/ui', 'packages/tokens']));
  expect(folders).not.toContain('packages/simulation');
});

test('what the laptop bundles is part of its program', async () => {
  const folders = await packageFolders('apps/desktop');
  expect([...folders]).toEqual(expect.arrayContaining(['packages/ui', 'packages/offline', 'packages/words']));
  expect(folders).not.toContain('apps/web');
});
