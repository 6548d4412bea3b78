/** The photos of an item. Their addresses run out after some minutes: a broken picture asks for new ones. */
import { endpoints, type ProductionRecord } from '@wellpulse/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

/** Less than the server's addresses work for. */
const FRESH_MS = 8 * 60_000;

export function usePhotos(equipmentId: string) {
  return useQuery({
    queryKey: keys.photos.of(equipmentId),
    queryFn: ({ signal }) => request(endpoints.photos.list, { params: { ownerId: equipmentId }, signal }),
    select: ({ items }) => items,
    refetchInterval: FRESH_MS,
  });
}

/** The photos of a reading; none are asked for where it has none. */
export function useReadingPhotos({
  wellId,
  id,
  photoHashes,
}: Pick<ProductionRecord, 'wellId' | 'id' | 'photoHashes'>) {
  return useQuery({
    queryKey: [...keys.photos.of(wellId), id, photoHashes],
    queryFn: ({ signal }) => request(endpoints.production.photos, { params: { wellId, id }, signal }),
    select: ({ items }) => items,
    refetchInterval: FRESH_MS,
    enabled: photoHashes.length > 0,
  });
}

/** No more often than this: a picture that stays broken must not ask for ever. */
const AGAIN_AFTER_MS = 60_000;

/** Asks for new addresses, for when a picture could not be loaded. */
export function useRenewPhotoAddresses(): () => void {
  const queryClient = useQueryClient();
  const renewedAt = useRef(0);
  return () => {
    if (Date.now() - renewedAt.current < AGAIN_AFTER_MS) return;
    renewedAt.current = Date.now();
    for (const queryKey of [keys.photos.all, keys.maintenance.all]) {
      void queryClient.invalidateQueries({ queryKey });
    }
  };
}
