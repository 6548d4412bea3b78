import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { aFolder } from '../../offline-client.fixture.ts';
import { describePhotoFiles } from '../../testing/photo-files.suite.ts';
import { nodePhotoFiles } from './node-photo-files.ts';

describePhotoFiles('a folder', nodePhotoFiles, () => join(aFolder(), 'photos'));

test('a file anywhere else is opened by its place, and a folder is no file', async () => {
  const folder = aFolder();
  const files = nodePhotoFiles(join(folder, 'photos'));
  await writeFile(join(folder, 'camera.jpeg'), 'bytes');
  await mkdir(join(folder, 'album'));
  expect(await files.open(join(folder, 'camera.jpeg'))).toMatchObject({ size: 5 });
  expect(await files.open(join(folder, 'album'))).toBeNull();
});
