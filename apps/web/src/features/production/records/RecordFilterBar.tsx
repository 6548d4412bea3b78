'use client';

import { Button, useWords } from '@wellpulse/ui';
import { DayRangeFilter } from '../../../components/filters/DayRangeFilter.tsx';
import { OptionFilter } from '../../../components/filters/OptionFilter.tsx';
import { SearchField } from '../../../components/filters/SearchField.tsx';
import { useSession } from '../../../components/SessionProvider.tsx';
import { VolumeFilter } from './VolumeFilter.tsx';
import type { useRecordFilters } from './record-filters.ts';

type RecordFilterBarProps = Pick<
  ReturnType<typeof useRecordFilters>,
  'filters' | 'setFilters' | 'isNarrowed'
>;

export function RecordFilterBar({ filters, setFilters, isNarrowed }: RecordFilterBarProps) {
  const words = useWords();
  const { productionTexts } = words;
  const { today } = useSession();
  return (
    <div className="flex flex-wrap items-center gap-2 px-4 py-3">
      <SearchField
        label={productionTexts.searchNotes}
        placeholder={productionTexts.inNotes}
        value={filters.notes}
        onValueChange={(notes) => {
          setFilters({ notes });
        }}
        className="w-full sm:w-48"
      />
      <DayRangeFilter
        from={filters.from}
        to={filters.to}
        today={today}
        onFromChange={(from) => {
          setFilters({ from });
        }}
        onToChange={(to) => {
          setFilters({ to });
        }}
      />
      <OptionFilter
        label={words.fieldLabel('production', 'entryMethod')}
        all={productionTexts.anyMethod}
        options={words.entryMethodNames}
        value={filters.method}
        onValueChange={(method) => {
          setFilters({ method });
        }}
      />
      <VolumeFilter bounds={filters} onBoundsChange={setFilters} />
      {isNarrowed && (
        <Button
          variant="ghost"
          onClick={() => {
            setFilters({ from: null, to: null, method: null, notes: '', volume: null, min: '', max: '' });
          }}
        >
          {words.controlTexts.clearFilters}
        </Button>
      )}
    </div>
  );
}
