import { File } from 'expo-file-system';
import type { Picture } from '../ports.ts';
import { pictureAt } from './picture-at.ts';

/** Lets the person choose: Android shows photos and files in one place. */
export async function choosePictures(): Promise<readonly Picture[]> {
  const chosen = await File.pickFileAsync({ multipleFiles: true, mimeTypes: 'image/*' });
  return chosen.canceled ? [] : chosen.result.map(({ uri }) => pictureAt(uri));
}
