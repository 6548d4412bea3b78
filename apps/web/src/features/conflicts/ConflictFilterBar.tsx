'use client';

import { Button, SegmentedControl, useWords } from '@wellpulse/ui';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import { useDevices } from '../../queries/device-queries.ts';
import { withStatus, type ListedStatus, type useConflictFilters } from './conflict-filters.ts';
import { useConflictCount, type ConflictFilters } from '../../queries/conflict-queries.ts';

type ConflictFilterBarProps = Pick<
  ReturnType<typeof useConflictFilters>,
  'filters' | 'setFilters' | 'narrowed'
>;

export function ConflictFilterBar({ filters, setFilters, narrowed }: ConflictFilterBarProps) {
  const words = useWords();
  const { conflictTexts } = words;
  const { data: devices = [] } = useDevices();
  const segment = (value: ListedStatus) => ({
    value,
    label: <SegmentLabel status={value} narrowed={narrowed} />,
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="max-w-full overflow-x-auto">
        <SegmentedControl
          label={conflictTexts.status}
          segments={[
            segment('OPEN'),
            segment('SETTLED'),
            segment('RESOLVED'),
            segment('UNDONE'),
            segment('ALL'),
          ]}
          value={filters.status}
          onValueChange={(status) => {
            setFilters({ status });
          }}
        />
      </div>
      <OptionFilter
        label={conflictTexts.outcome}
        all={conflictTexts.allOutcomes}
        options={words.conflictOutcomeNames}
        value={filters.outcome}
        onValueChange={(outcome) => {
          setFilters({ outcome });
        }}
      />
      <WellFilter
        wellId={filters.well}
        onWellChange={(well) => {
          setFilters({ well });
        }}
      />
      <OptionFilter
        label={conflictTexts.device}
        all={conflictTexts.allDevices}
        options={Object.fromEntries(devices.map(({ id, name }) => [id, name]))}
        value={filters.device}
        onValueChange={(device) => {
          setFilters({ device });
        }}
      />
      {filters.record !== null && (
        <Button
          variant="ghost"
          onClick={() => {
            setFilters({ record: null });
          }}
        >
          {conflictTexts.onlyOneRecord}
        </Button>
      )}
    </div>
  );
}

function SegmentLabel({ status, narrowed }: { status: ListedStatus; narrowed: ConflictFilters }) {
  const { conflictStatusNames, conflictTexts } = useWords();
  const count = useConflictCount(withStatus(narrowed, status));
  return (
    <>
      {status === 'ALL' ? conflictTexts.all : conflictStatusNames[status]}
      {count !== undefined && <span className="num text-ink-subtle">{count > 999 ? '999+' : count}</span>}
    </>
  );
}
