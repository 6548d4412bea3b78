'use client';

/** All about one item: what it is, when it is due, what was done to it, and what it looks like. */
import type { EquipmentItem } from '@wellpulse/contracts';
import { useWords } from '@wellpulse/ui';
import { useState } from 'react';
import { Loaded } from '../../components/Loaded.tsx';
import { PageSkeleton } from '../../components/PageSkeleton.tsx';
import { LogMaintenanceDrawer } from '../maintenance/LogMaintenanceDrawer.tsx';
import { TimelineCard } from '../maintenance/TimelineCard.tsx';
import { PhotosCard } from '../photos/PhotosCard.tsx';
import { useItem } from '../../queries/equipment-queries.ts';
import { ItemFacts } from './ItemFacts.tsx';
import { ItemHeader } from './ItemHeader.tsx';
import { NoSuchItem } from './NoSuchItem.tsx';

export function ItemPage({ equipmentId }: { equipmentId: string }) {
  const { equipmentTexts } = useWords();
  const query = useItem(equipmentId);
  return (
    <Loaded
      query={query}
      loading={<PageSkeleton label={equipmentTexts.loadingItem} cards={['h-[5.5rem]', 'h-96']} />}
      missing={<NoSuchItem />}
    >
      {(item) => <ItemDetails item={item} />}
    </Loaded>
  );
}

function ItemDetails({ item }: { item: EquipmentItem }) {
  const [isLogging, setIsLogging] = useState(false);
  const startLogging = () => {
    setIsLogging(true);
  };
  return (
    <div className="flex flex-col gap-4">
      <ItemHeader item={item} onLog={startLogging} />
      <ItemFacts item={item} />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <TimelineCard item={item} onLog={startLogging} />
        <PhotosCard item={item} />
      </div>
      {isLogging && (
        <LogMaintenanceDrawer
          item={item}
          onClose={() => {
            setIsLogging(false);
          }}
        />
      )}
    </div>
  );
}
