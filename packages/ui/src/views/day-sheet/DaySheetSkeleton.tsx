'use client';

import { Card } from '../../components/display/Card.tsx';
import { Skeleton } from '../../components/display/Skeleton.tsx';
import { useWords } from '../../lib/words-context.tsx';

const ROWS = Array.from({ length: 12 }, (_, index) => index);

/**
 * As high as the sheet that comes in its place: nothing moves when it does.
 *
 * @example
 * <Loaded query={query} loading={<DaySheetSkeleton />}>…</Loaded>
 */
export const DaySheetSkeleton = () => {
  const { daySheetTexts } = useWords();
  return (
    <Card flush>
      <div role="status" className="flex flex-col divide-y divide-line">
        <span className="sr-only">{daySheetTexts.loadingSheet}</span>
        <div className="flex h-14 items-center px-4 max-md:h-21">
          <Skeleton className="h-4 w-56" />
        </div>
        <div className="hidden h-8 bg-sunken md:block" />
        {ROWS.map((row) => (
          <div key={row} className="flex h-36 items-center gap-6 px-4 md:h-14 xl:h-10">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="ml-auto h-7 w-1/2" />
          </div>
        ))}
      </div>
    </Card>
  );
};
