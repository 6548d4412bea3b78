/** Pictures as files of this phone. Those that the app makes lie in its cache, until they are sealed. */
import { PHOTO_CONTENT_TYPES } from '@wellpulse/contracts';
import { toBase64 } from '@wellpulse/offline';
import { Directory, File, Paths } from 'expo-file-system';
import { ImageManipulator, SaveFormat } from 'expo-image-manipulator';
import type { Picture, Pictures } from '../ports.ts';
import { outgoing } from '../storage/send-file.ts';

/** Folders of the cache in which the camera and the manipulator leave their pictures. */
const MADE_IN = ['Camera', 'ImageManipulator'];

/** iOS gives an app a copy of what a person chose, in a folder called so beside the cache. */
const COPIED_TO = '-Inbox/';

/** The picture at a place of this phone. */
export const pictureAt = (place: string, takenAt: string | null = null): Picture => {
  const file = new File(place);
  return {
    name: file.name,
    place,
    size: file.size,
    takenAt,
    changedAt: new Date(file.lastModified ?? Date.now()),
  };
};

export const pictures: Pictures = {
  // Android and iOS both read HEIC.
  opens: PHOTO_CONTENT_TYPES,
  choose: async () => {
    const chosen = await File.pickFileAsync({ multipleFiles: true, mimeTypes: 'image/*' });
    return chosen.canceled ? [] : chosen.result.map(({ uri }) => pictureAt(uri));
  },
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
