/** Pictures that this laptop keeps, by the hashes of their bytes. */
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../../lib/bridge.ts';

/** A picture as an address for this page; null if it is not on this laptop. */
export const pictureQuery = (sha256: string) =>
  queryOptions({ queryKey: ['photos.show', sha256], queryFn: () => read(sha256), gcTime: 0 });

/** Undefined until it is known. */
export const usePicture = (sha256: string): string | null | undefined => useQuery(pictureQuery(sha256)).data;

/** An address that needs no giving back. */
async function read(sha256: string): Promise<string | null> {
  const photo = await call('photos.show', { sha256 });
  if (photo === null) return null;
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.onload = () => {
      resolve(typeof reader.result === 'string' ? reader.result : null);
    };
    reader.onerror = () => {
      reject(new Error('The photo can’t be read'));
    };
    reader.readAsDataURL(new Blob([new Uint8Array(photo.bytes)], { type: photo.contentType }));
  });
}
