'use client';

import { Button, DateField } from '@wellpulse/ui';
import { OptionFilter } from '../../components/OptionFilter.tsx';
import { SearchField } from '../../components/SearchField.tsx';
import { ENTRY_METHOD_NAMES } from '../../lib/words.ts';
import { useSession } from '../session/SessionProvider.tsx';
import type { useRecordFilters } from './record-filters.ts';

type RecordFilterBarProps = Pick<
  ReturnType<typeof useRecordFilters>,
  'filters' | 'setFilters' | 'isNarrowed'
>;

export function RecordFilterBar({ filters, setFilters, isNarrowed }: RecordFilterBarProps) {
  const { today } = useSession();
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3">
      <SearchField
        label="Search notes"
        placeholder="In the notes"
        value={filters.notes}
        onValueChange={(notes) => {
          setFilters({ notes });
        }}
        className="w-full sm:w-48"
      />
      <div role="group" aria-label="Days" className="flex items-center gap-1.5 text-xs text-ink-subtle">
        <div className="w-34">
          <DateField
            aria-label="From"
            value={filters.from ?? ''}
            max={filters.to ?? today}
            onValueChange={(from) => {
              setFilters({ from: from === '' ? null : from });
            }}
          />
        </div>
        to
        <div className="w-34">
          <DateField
            aria-label="To"
            value={filters.to ?? ''}
            min={filters.from ?? undefined}
            max={today}
            onValueChange={(to) => {
              setFilters({ to: to === '' ? null : to });
            }}
          />
        </div>
      </div>
      <OptionFilter
        label="Entered by"
        all="Entered any way"
        options={ENTRY_METHOD_NAMES}
        value={filters.method}
        onValueChange={(method) => {
          setFilters({ method });
        }}
      />
      {isNarrowed && (
        <Button
          variant="ghost"
          onClick={() => {
            setFilters({ from: null, to: null, method: null, notes: '' });
          }}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
