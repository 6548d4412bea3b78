'use client';

import type { Photo } from '@wellpulse/contracts';
import { PhotoViewer } from '@wellpulse/ui';
import { useMemo } from 'react';
import { useSession } from '../../components/SessionProvider.tsx';
import { useMapTileUrl } from '../../lib/map-tiles.ts';
import { useWell } from '../../queries/well-queries.ts';
import { useRenewPhotoAddresses } from '../../queries/photo-queries.ts';

export interface ItemPhotoViewerProps {
  readonly photos: readonly Photo[];
  /** Where the item stands. */
  readonly wellId: string;
  readonly photoId: string | null;
  readonly onPhotoChange: (photoId: string | null) => void;
}

/** The viewer, with the well beside the photo on the map. */
export function ItemPhotoViewer({ photos, wellId, photoId, onPhotoChange }: ItemPhotoViewerProps) {
  const { tenant } = useSession();
  const tileUrl = useMapTileUrl();
  const renew = useRenewPhotoAddresses();
  const { data: well } = useWell(wellId);
  const marker = useMemo(() => {
    if (well === undefined || well.latitude === null || well.longitude === null) return null;
    const { id, name, status, latitude, longitude } = well;
    return { id, name, status, latitude, longitude };
  }, [well]);
  return (
    <PhotoViewer
      photos={photos}
      photoId={photoId}
      onPhotoChange={onPhotoChange}
      well={marker}
      timeZone={tenant.timeZone}
      tileUrl={tileUrl ?? undefined}
      onBroken={renew}
    />
  );
}
