'use client';

import type { Photo } from '@wellpulse/contracts';
import { PhotoTile } from '@wellpulse/ui';
import { useState } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { photoAddress } from '../../lib/photo-address.ts';
import { ItemPhotoViewer } from './ItemPhotoViewer.tsx';
import { useRenewPhotoAddresses } from '../../queries/photo-queries.ts';

export interface PhotoGridProps {
  readonly photos: readonly Photo[];
  readonly wellId: string;
  readonly label: string;
  readonly size?: 'sm' | 'md';
}

/** Thumbnails that open the viewer. */
export function PhotoGrid({ photos: given, wellId, label, size = 'md' }: PhotoGridProps) {
  const { tenant } = useSession();
  const renew = useRenewPhotoAddresses();
  const [photoId, setPhotoId] = useState<string | null>(null);
  const photos = given.map((photo) => ({
    ...photo,
    url: photo.url && photoAddress(photo.url),
    thumbnailUrl: photo.thumbnailUrl && photoAddress(photo.thumbnailUrl),
  }));
  return (
    <>
      <ul aria-label={label} className="flex flex-wrap gap-2">
        {photos.map((photo) => (
          <li key={photo.id} className="flex">
            <PhotoTile
              photo={photo}
              timeZone={tenant.timeZone}
              size={size}
              onBroken={renew}
              onOpen={() => {
                setPhotoId(photo.id);
              }}
            />
          </li>
        ))}
      </ul>
      <ItemPhotoViewer photos={photos} wellId={wellId} photoId={photoId} onPhotoChange={setPhotoId} />
    </>
  );
}
