import { wholeOf } from '@wellpulse/offline';
import type { Handlers } from './handler.ts';
import type { Laptop } from './laptop.ts';

/** Photos: kept as soon as they are taken, and shown as long as this laptop has them. */
export function photoHandlers({
  client,
}: Pick<Laptop, 'client'>): Handlers<'photos.keep' | 'photos.show' | 'photos.discard'> {
  return {
    'photos.keep': (photo) => client.photos.keep(photo),
    'photos.show': async ({ sha256 }) => {
      const photo = await client.photos.openContent(sha256);
      if (photo === null) return null;
      return { bytes: new Uint8Array(await wholeOf(photo.file.pieces())), contentType: photo.contentType };
    },
    'photos.discard': async ({ photoId }) => {
      await client.photos.discard(photoId);
      return null;
    },
  };
}
