'use client';

import { addDays } from '@wellpulse/domain';
import { Button, DateField, IconButton, useWords } from '@wellpulse/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';

export interface DayPickerProps {
  readonly label: string;
  readonly day: string;
  /** The newest day that there can be. */
  readonly today: string;
  readonly onDayChange: (day: string) => void;
}

/** One day, with its neighbours one click away. */
export function DayPicker({ label, day, today, onDayChange }: DayPickerProps) {
  const { listWords } = useWords();
  return (
    <div role="group" aria-label={label} className="flex items-center gap-1">
      <IconButton
        label={listWords.dayBefore}
        variant="secondary"
        onClick={() => {
          onDayChange(addDays(day, -1));
        }}
      >
        <ChevronLeft aria-hidden />
      </IconButton>
      <div className="w-36">
        <DateField
          aria-label={label}
          value={day}
          max={today}
          required
          onValueChange={(chosen) => {
            // Empty while a part of the date is being typed.
            if (chosen !== '' && chosen <= today) onDayChange(chosen);
          }}
        />
      </div>
      <IconButton
        label={listWords.dayAfter}
        variant="secondary"
        disabled={day >= today}
        onClick={() => {
          onDayChange(addDays(day, 1));
        }}
      >
        <ChevronRight aria-hidden />
      </IconButton>
      {day !== today && (
        <Button
          variant="ghost"
          onClick={() => {
            onDayChange(today);
          }}
        >
          {listWords.today}
        </Button>
      )}
    </div>
  );
}
