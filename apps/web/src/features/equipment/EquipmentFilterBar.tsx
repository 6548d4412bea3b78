'use client';

import { Button, useWords } from '@wellpulse/ui';
import { OptionFilter } from '../../components/filters/OptionFilter.tsx';
import { SearchField } from '../../components/filters/SearchField.tsx';
import { WellFilter } from '../../components/filters/WellFilter.tsx';
import type { useEquipmentFilters } from './equipment-filters.ts';

type EquipmentFilterBarProps = Pick<
  ReturnType<typeof useEquipmentFilters>,
  'filters' | 'setFilters' | 'isNarrowed'
>;

export function EquipmentFilterBar({ filters, setFilters, isNarrowed }: EquipmentFilterBarProps) {
  const words = useWords();
  const { equipmentTexts, controlTexts } = words;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <SearchField
        label={equipmentTexts.search}
        placeholder={equipmentTexts.searchHint}
        value={filters.search}
        onValueChange={(search) => {
          setFilters({ search });
        }}
      />
      <OptionFilter
        label={words.fieldLabel('equipment', 'equipmentType')}
        all={equipmentTexts.allTypes}
        options={words.equipmentTypeNames}
        value={filters.type}
        onValueChange={(type) => {
          setFilters({ type });
        }}
      />
      <OptionFilter
        label={words.fieldLabel('equipment', 'status')}
        all={equipmentTexts.allStatuses}
        options={words.equipmentStatusNames}
        value={filters.status}
        onValueChange={(status) => {
          setFilters({ status });
        }}
      />
      <OptionFilter
        label={equipmentTexts.due}
        all={equipmentTexts.dueAnyTime}
        options={words.dueStatusNames}
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
          {controlTexts.clearFilters}
        </Button>
      )}
    </div>
  );
}
