'use client';

import { DateField, useWords } from '@wellpulse/ui';

export interface DayRangeFilterProps {
  /** Inclusive; null for an open end. */
  readonly from: string | null;
  readonly to: string | null;
  /** The newest day that there can be. */
  readonly today: string;
  readonly onFromChange: (day: string | null) => void;
  readonly onToChange: (day: string | null) => void;
}

const orNull = (day: string) => (day === '' ? null : day);

export function DayRangeFilter({ from, to, today, onFromChange, onToChange }: DayRangeFilterProps) {
  const { listWords } = useWords();
  return (
    <div
      role="group"
      aria-label={listWords.days}
      className="flex flex-wrap items-center gap-1.5 text-xs text-ink-subtle"
    >
      <div className="w-36">
        <DateField
          aria-label={listWords.from}
          value={from ?? ''}
          max={to ?? today}
          onValueChange={(day) => {
            onFromChange(orNull(day));
          }}
        />
      </div>
      {listWords.until}
      <div className="w-36">
        <DateField
          aria-label={listWords.to}
          value={to ?? ''}
          min={from ?? undefined}
          max={today}
          onValueChange={(day) => {
            onToChange(orNull(day));
          }}
        />
      </div>
    </div>
  );
}
