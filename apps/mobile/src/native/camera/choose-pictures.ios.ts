import { MAX_PHOTOS_PER_ENTRY } from '@wellpulse/contracts';
import { launchImageLibraryAsync, UIImagePickerPreferredAssetRepresentationMode } from 'expo-image-picker';
import type { Picture } from '../ports.ts';
import { pictureAt } from './picture-at.ts';

/**
 * Lets the person choose in the library of photos, which no chooser of files shows on iOS. The system shows it, and gives copies of the
 * chosen photos alone, so nobody is asked for a permission.
 */
export async function choosePictures(): Promise<readonly Picture[]> {
  const chosen = await launchImageLibraryAsync({
    mediaTypes: ['images'],
    allowsMultipleSelection: true,
    selectionLimit: MAX_PHOTOS_PER_ENTRY,
    // The file as it is, with the time and the place in it.
    quality: 1,
    preferredAssetRepresentationMode: UIImagePickerPreferredAssetRepresentationMode.Current,
  });
  return (chosen.assets ?? []).map(({ uri, fileName }) => {
    const picture = pictureAt(uri);
    return { ...picture, name: fileName ?? picture.name };
  });
}
