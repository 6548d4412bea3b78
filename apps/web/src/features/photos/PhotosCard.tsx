'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { Card, EmptyState, Skeleton, useWords } from '@wellpulse/ui';
import { Images } from 'lucide-react';
import { Loaded } from '../../components/Loaded.tsx';
import { PhotoGrid } from './PhotoGrid.tsx';
import { usePhotos } from '../../queries/photo-queries.ts';

/** Every photo of an item, whatever it was taken for. */
export function PhotosCard({ item }: { item: EquipmentItem }) {
  const { controlTexts, photoTexts } = useWords();
  const query = usePhotos(item.id);
  return (
    <Card
      title={photoTexts.photos}
      description={query.data === undefined ? controlTexts.loading : photoTexts.numberOf(query.data.length)}
    >
      <Loaded query={query} loading={<Skeleton className="h-24" />}>
        {(photos) =>
          photos.length === 0 ? (
            <EmptyState
              icon={<Images aria-hidden />}
              title={photoTexts.none}
              description={photoTexts.noneHint}
            />
          ) : (
            <PhotoGrid photos={photos} wellId={item.wellId} label={photoTexts.allOfItem} />
          )
        }
      </Loaded>
    </Card>
  );
}
