'use client';

import { Button, SegmentedControl } from '@wellpulse/ui';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import { useDevices } from '../../queries/device-queries.ts';
import { withStatus, type ListedStatus, type useConflictFilters } from './conflict-filters.ts';
import { useConflictCount, type ConflictFilters } from '../../queries/conflict-queries.ts';
import { words } from '../../lib/language.ts';

const SEGMENT_NAMES: Record<ListedStatus, string> = {
  OPEN: 'Open',
  SETTLED: 'By the rules',
  RESOLVED: 'Chosen',
  UNDONE: 'Taken back',
  ALL: 'All',
};

type ConflictFilterBarProps = Pick<
  ReturnType<typeof useConflictFilters>,
  'filters' | 'setFilters' | 'narrowed'
>;

export function ConflictFilterBar({ filters, setFilters, narrowed }: ConflictFilterBarProps) {
  const { data: devices = [] } = useDevices();
  const segment = (value: ListedStatus) => ({
    value,
    label: <SegmentLabel status={value} narrowed={narrowed} />,
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <div className="max-w-full overflow-x-auto">
        <SegmentedControl
          label="Status"
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
        label="Outcome"
        all="All outcomes"
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
        label="Device"
        all="All devices"
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
          Only one record: show all
        </Button>
      )}
    </div>
  );
}

function SegmentLabel({ status, narrowed }: { status: ListedStatus; narrowed: ConflictFilters }) {
  const count = useConflictCount(withStatus(narrowed, status));
  return (
    <>
      {SEGMENT_NAMES[status]}
      {count !== undefined && <span className="num text-ink-subtle">{count > 999 ? '999+' : count}</span>}
    </>
  );
}
