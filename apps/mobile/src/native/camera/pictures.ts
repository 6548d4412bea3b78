/** Pictures as files of this phone. Those that the app makes lie in its cache, until they are sealed. */
import { PHOTO_CONTENT_TYPES } from '@wellpulse/contracts';
import { toBase64 } from '@wellpulse/offline';
import { Directory, File, Paths } from 'expo-file-system';
import { ImageManipulator, SaveFormat } from 'expo-image-manipulator';
import type { Pictures } from '../ports.ts';
import { outgoing } from '../storage/send-file.ts';
import { choosePictures } from './choose-pictures';
import { pictureAt } from './picture-at.ts';

/** Folders of the cache in which the camera, the manipulator and the library of iOS leave their pictures. */
const MADE_IN = ['Camera', 'ImageManipulator', 'ImagePicker'];

/** iOS gives an app a copy of what a person chose, in a folder called so beside the cache. */
const COPIED_TO = '-Inbox/';

export const pictures: Pictures = {
  // Android and iOS both read HEIC.
  opens: PHOTO_CONTENT_TYPES,
  choose: choosePictures,
  compress: async (picture, { side, quality }) => {
    const context = ImageManipulator.manipulate(picture.place);
    try {
      const whole = await context.renderAsync();
      const isWide = whole.width >= whole.height;
      const longest = Math.max(whole.width, whole.height);
      whole.release();
      if (longest > side) context.resize(isWide ? { width: side } : { height: side });
      const smaller = await context.renderAsync();
      const { uri } = await smaller.saveAsync({ compress: quality, format: SaveFormat.JPEG });
      smaller.release();
      return { ...pictureAt(uri, picture.takenAt), name: picture.name };
    } catch {
      return null;
    } finally {
      context.release();
    }
  },
  forget: ({ place }) => {
    const file = new File(place);
    const isOurs = place.startsWith(Paths.cache.uri) || place.includes(COPIED_TO);
    if (isOurs && file.exists) file.delete();
  },
  forgetAll: () => {
    for (const name of MADE_IN) {
      const folder = new Directory(Paths.cache, name);
      if (folder.exists) folder.delete();
    }
    if (outgoing.exists) outgoing.delete();
  },
  show: (bytes, contentType) => `data:${contentType};base64,${toBase64(bytes)}`,
  hide: () => undefined,
};
