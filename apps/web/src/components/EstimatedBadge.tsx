'use client';

import type { ProductionRecord } from '@wellpulse/contracts';
import { Badge, useWords } from '@wellpulse/ui';

/** Says of a reading that nobody read it off; nothing for one that was, or for none. */
export function EstimatedBadge({ record }: { record: Pick<ProductionRecord, 'estimatedFrom'> | null }) {
  const { formatMonth, readingWords } = useWords();
  const month = record?.estimatedFrom ?? null;
  if (month === null) return null;
  return (
    <span title={readingWords.estimatedFrom(formatMonth(month))}>
      <Badge>{readingWords.estimated}</Badge>
    </span>
  );
}
