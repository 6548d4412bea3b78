'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { Card, EmptyState, Skeleton } from '@wellpulse/ui';
import { Images } from 'lucide-react';
import { Loaded } from '../../components/Loaded.tsx';
import { counted } from '../../lib/words.ts';
import { PhotoGrid } from './PhotoGrid.tsx';
import { usePhotos } from '../../queries/photo-queries.ts';

/** Every photo of an item, whatever it was taken for. */
export function PhotosCard({ item }: { item: EquipmentItem }) {
  const query = usePhotos(item.id);
  return (
    <Card
      title="Photos"
      description={query.data === undefined ? 'Loading' : counted(query.data.length, 'photo')}
    >
      <Loaded query={query} loading={<Skeleton className="h-24" />}>
        {(photos) =>
          photos.length === 0 ? (
            <EmptyState
              icon={<Images aria-hidden />}
              title="No photos yet"
              description="They come with the maintenance that is logged."
            />
          ) : (
            <PhotoGrid photos={photos} wellId={item.wellId} label="All photos of the item" />
          )
        }
      </Loaded>
    </Card>
  );
}
