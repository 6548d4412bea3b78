'use client';

import { Skeleton, useWords } from '@wellpulse/ui';
import { CardSkeleton } from '../../components/CardSkeleton.tsx';

/** The page of an item before anything is known, in the places where it will stand. */
export function ItemPageSkeleton() {
  const { equipmentTexts } = useWords();
  return (
    <div role="status" className="flex flex-col gap-4">
      <span className="sr-only">{equipmentTexts.loadingItem}</span>
      <div className="flex flex-col gap-2.5">
        <Skeleton className="h-3.5 w-32" />
        <Skeleton className="h-7 w-64" />
        <Skeleton className="h-4 w-96 max-w-full" />
      </div>
      <CardSkeleton className="h-[5.5rem]" />
      <CardSkeleton className="h-96" />
    </div>
  );
}
