'use client';

import { EQUIPMENT_STATUS_LOOKS, EQUIPMENT_TYPE_LABELS } from '@wellpulse/ui';
import { ExportButton } from '../../components/ExportButton.tsx';
import { loadAllEquipment, type EquipmentFilters } from './equipment-queries.ts';

const HEADER = [
  'serialNumber',
  'equipmentType',
  'assetTag',
  'status',
  'wellName',
  'manufacturer',
  'model',
  'installationDate',
  'lastMaintenanceDate',
  'nextMaintenanceDate',
  'serviceIntervalDays',
  'photoCount',
] as const;

/** All items that match the filters, also those that have not been scrolled to. */
export function EquipmentExportButton({ filters }: { filters: EquipmentFilters }) {
  return (
    <ExportButton
      name="equipment"
      header={HEADER}
      load={async () => {
        const items = await loadAllEquipment(filters);
        return items.map((item) => {
          const written = {
            ...item,
            equipmentType: EQUIPMENT_TYPE_LABELS[item.equipmentType],
            status: EQUIPMENT_STATUS_LOOKS[item.status].label,
          };
          return HEADER.map((field) => written[field]);
        });
      }}
    />
  );
}
