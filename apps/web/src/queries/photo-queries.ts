/** The photos of an item. Their addresses run out after some minutes: a broken picture asks for new ones. */
import { endpoints } from '@wellpulse/contracts';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { request } from '../lib/api.ts';
import { keys } from './query-keys.ts';

/** Less than the server's addresses work for. */
const FRESH_MS = 8 * 60_000;

export function usePhotos(equipmentId: string) {
  return useQuery({
    queryKey: keys.photos.ofItem(equipmentId),
    queryFn: ({ signal }) => request(endpoints.photos.list, { params: { equipmentId }, signal }),
    select: ({ items }) => items,
    refetchInterval: FRESH_MS,
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
