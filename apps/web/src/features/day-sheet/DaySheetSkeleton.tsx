'use client';

import { Card, Skeleton, useWords } from '@wellpulse/ui';

const ROWS = Array.from({ length: 10 }, (_, index) => index);

export const DaySheetSkeleton = () => {
  const { daySheetTexts } = useWords();
  return (
    <Card flush>
      <div role="status" className="flex flex-col divide-y divide-line">
        <span className="sr-only">{daySheetTexts.loadingSheet}</span>
        {ROWS.map((row) => (
          <div key={row} className="flex h-16 items-center gap-6 px-4">
            <Skeleton className="h-4 w-40" />
            <Skeleton className="ml-auto h-8 w-1/2" />
          </div>
        ))}
      </div>
    </Card>
  );
};
