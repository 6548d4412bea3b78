'use client';

import type { DueStatus, EquipmentStatus } from '@wellpulse/contracts';
import { Button } from '@wellpulse/ui';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { SearchField } from '../../components/filters/SearchField.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import { words } from '../../lib/language.ts';
import type { useEquipmentFilters } from './equipment-filters.ts';

type EquipmentFilterBarProps = Pick<
  ReturnType<typeof useEquipmentFilters>,
  'filters' | 'setFilters' | 'isNarrowed'
>;

const STATUS_NAMES: Record<EquipmentStatus, string> = {
  OPERATIONAL: words.equipmentStatusNames.OPERATIONAL,
  MAINTENANCE: words.equipmentStatusNames.MAINTENANCE,
  FAILED: words.equipmentStatusNames.FAILED,
};
const DUE_NAMES: Record<DueStatus, string> = {
  OVERDUE: words.dueStatusNames.OVERDUE,
  DUE_SOON: words.dueStatusNames.DUE_SOON,
  SCHEDULED: words.dueStatusNames.SCHEDULED,
};

export function EquipmentFilterBar({ filters, setFilters, isNarrowed }: EquipmentFilterBarProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label="Search equipment"
        placeholder="Serial number, tag, make, well"
        value={filters.search}
        onValueChange={(search) => {
          setFilters({ search });
        }}
      />
      <OptionFilter
        label="Type"
        all="All types"
        options={words.equipmentTypeNames}
        value={filters.type}
        onValueChange={(type) => {
          setFilters({ type });
        }}
      />
      <OptionFilter
        label="Status"
        all="All statuses"
        options={STATUS_NAMES}
        value={filters.status}
        onValueChange={(status) => {
          setFilters({ status });
        }}
      />
      <OptionFilter
        label="Due"
        all="Due at any time"
        options={DUE_NAMES}
        value={filters.due}
        onValueChange={(due) => {
          setFilters({ due });
        }}
      />
      <WellFilter
        wellId={filters.well}
        onWellChange={(well) => {
          setFilters({ well });
        }}
      />
      {isNarrowed && (
        <Button
          variant="ghost"
          onClick={() => {
            setFilters({ search: '', type: null, status: null, due: null, well: null });
          }}
        >
          Clear filters
        </Button>
      )}
    </div>
  );
}
