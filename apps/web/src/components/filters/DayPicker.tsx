'use client';

import { addDays } from '@wellpulse/domain';
import type { EntryPlace } from '@wellpulse/forms';
import { Button, DateField, IconButton, useWords } from '@wellpulse/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';

export interface DayPickerProps {
  readonly label: string;
  readonly day: string;
  /** The newest day that there can be. */
  readonly today: string;
  readonly onDayChange: (day: string) => void;
  /** Where entries wait to be saved: the arrows say whether that is the way there. */
  readonly unsaved?: readonly EntryPlace[];
}

/** One day, with its neighbours one click away. */
export function DayPicker({ label, day, today, onDayChange, unsaved = [] }: DayPickerProps) {
  const { daySheetTexts, listWords } = useWords();
  const before = unsaved.filter(({ date }) => date < day).length;
  const after = unsaved.filter(({ date }) => date > day).length;
  const named = (name: string, count: number): string =>
    count === 0 ? name : daySheetTexts.dayWithUnsaved(name, count);
  return (
    <div role="group" aria-label={label} className="flex items-center gap-1">
      <IconButton
        label={named(listWords.dayBefore, before)}
        variant="secondary"
        className="relative"
        onClick={() => {
          onDayChange(addDays(day, -1));
        }}
      >
        <ChevronLeft aria-hidden />
        {before > 0 && <UnsavedMark />}
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
        label={named(listWords.dayAfter, after)}
        variant="secondary"
        className="relative"
        disabled={day >= today}
        onClick={() => {
          onDayChange(addDays(day, 1));
        }}
      >
        <ChevronRight aria-hidden />
        {after > 0 && <UnsavedMark />}
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

/** The button's name says the same. */
const UnsavedMark = () => (
  <span aria-hidden className="absolute -top-1 -right-1 size-2.5 rounded-full bg-attention" />
);
