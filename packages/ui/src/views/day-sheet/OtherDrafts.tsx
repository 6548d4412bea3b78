'use client';

import type { EntryPlace } from '@wellpulse/forms';
import { Button } from '../../components/buttons/Button.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { TriangleAlert } from 'lucide-react';

export interface OtherDraftsProps {
  /** Where something of other days waits to be saved, oldest first. */
  readonly places: readonly EntryPlace[];
  readonly onDayChosen: (day: string) => void;
}

/**
 * Says that entries of other days were typed and never saved, and leads there.
 *
 * @example
 * <OtherDrafts places={places} onDayChosen={goTo} />
 */
export function OtherDrafts({ places, onDayChosen }: OtherDraftsProps) {
  const words = useWords();
  const { daySheetTexts } = words;
  if (places.length === 0) return null;
  const days = [...new Set(places.map(({ date }) => date))];
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg bg-attention-soft px-4 py-2.5 text-sm text-attention"
    >
      <TriangleAlert aria-hidden className="size-4 shrink-0" />
      <span>{daySheetTexts.draftsOfOtherDays(places.length)}</span>
      {days.map((other) => (
        <Button
          key={other}
          size="sm"
          onClick={() => {
            onDayChosen(other);
          }}
        >
          {words.formatDay(other)}
        </Button>
      ))}
    </div>
  );
}
