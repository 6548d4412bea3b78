/** Photos that this phone keeps, by the hashes of their bytes. */
import { wholeOf } from '@wellpulse/offline';
import { useEffect, useState } from 'react';
import { usePhone } from '../../lib/phone-context.tsx';

/** A photo for a screen. `ELSEWHERE`: its bytes are not on this phone. `NO_PREVIEW`: its kind can't be drawn here, such as HEIC in a browser. */
export type ShownPicture = { readonly address: string } | 'ELSEWHERE' | 'NO_PREVIEW';

/** A photo by its hash; undefined until it is read. */
export function usePicture(sha256: string): ShownPicture | undefined {
  const { client, pictures } = usePhone();
  const [picture, setPicture] = useState<ShownPicture>();
  useEffect(() => {
    let shown: string | null = null;
    let isOver = false;
    const read = async () => {
      const photo = await client.photos.openContent(sha256);
      const isDrawn = photo !== null && pictures.opens.includes(photo.contentType);
      const bytes = isDrawn ? await wholeOf(photo.file.pieces()) : null;
      if (isOver) return;
      if (photo === null || bytes === null) setPicture(photo === null ? 'ELSEWHERE' : 'NO_PREVIEW');
      else {
        shown = pictures.show(bytes, photo.contentType);
        setPicture({ address: shown });
      }
    };
    // A file that was damaged is shown as one that is not here.
    read().catch(() => {
      if (!isOver) setPicture('ELSEWHERE');
    });
    return () => {
      isOver = true;
      if (shown !== null) pictures.hide(shown);
    };
  }, [client, pictures, sha256]);
  return picture;
}
