'use client';

import { STATUS_LOOKS } from '@wellpulse/ui';
import { ExportButton } from '../../components/ExportButton.tsx';
import { loadAllWells, type WellFilters } from './well-queries.ts';

const HEADER = [
  'name',
  'apiNumber',
  'status',
  'route',
  'routePosition',
  'lease',
  'field',
  'operator',
  'latitude',
  'longitude',
  'spudDate',
  'lastProductionDate',
  'openAlerts',
] as const;

/** All wells that match the filters. */
export function WellsExportButton({ filters }: { filters: WellFilters }) {
  return (
    <ExportButton
      name="wells"
      header={HEADER}
      load={async () => {
        const wells = await loadAllWells(filters);
        return wells.map((well) =>
          HEADER.map((field) => (field === 'status' ? STATUS_LOOKS[well.status].label : well[field])),
        );
      }}
    />
  );
}
