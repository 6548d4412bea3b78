'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import {
  daysBetween,
  DueBadge,
  EQUIPMENT_TYPE_LABELS,
  EquipmentStatusBadge,
  formatDayWithYear,
  NO_VALUE,
  type DataTableColumn,
} from '@wellpulse/ui';
import Link from 'next/link';
import { useMemo } from 'react';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../session/SessionProvider.tsx';

export function useEquipmentColumns(): DataTableColumn<EquipmentItem>[] {
  const { today } = useSession();
  const isNarrow = useIsNarrow();
  return useMemo(() => (isNarrow ? phoneColumns(today) : officeColumns(today)), [today, isNarrow]);
}

const serialNumber: DataTableColumn<EquipmentItem> = {
  id: 'serialNumber',
  header: 'Serial number',
  sortable: true,
  minWidth: 130,
  cell: ({ id, serialNumber: serial }) => (
    <Link href={`/equipment/${id}`} className="font-medium hover:underline">
      {serial}
    </Link>
  ),
};

const status: DataTableColumn<EquipmentItem> = {
  id: 'status',
  header: 'Status',
  sortable: true,
  width: 136,
  cell: (item) => <EquipmentStatusBadge status={item.status} />,
};

const nextDue = (today: string): DataTableColumn<EquipmentItem> => ({
  id: 'nextMaintenanceDate',
  header: 'Next service',
  sortable: true,
  width: 148,
  cell: (item) => <DueCell item={item} today={today} />,
});

/** How a day that is far away is written: as itself. What is near counts the days. */
function DueCell({ item, today }: { item: EquipmentItem; today: string }) {
  const { nextMaintenanceDate, dueStatus } = item;
  if (nextMaintenanceDate === null || dueStatus === null)
    return <span className="text-ink-subtle">{NO_VALUE}</span>;
  if (dueStatus === 'SCHEDULED') return <span className="num">{formatDayWithYear(nextMaintenanceDate)}</span>;
  return <DueBadge status={dueStatus} daysLeft={daysBetween(today, nextMaintenanceDate)} />;
}

/** On a phone these alone; the item's page has the rest. */
const phoneColumns = (today: string): DataTableColumn<EquipmentItem>[] => [
  { ...serialNumber, width: 108 },
  { ...status, width: 124 },
  { ...nextDue(today), width: 136 },
];

const officeColumns = (today: string): DataTableColumn<EquipmentItem>[] => [
  serialNumber,
  {
    id: 'equipmentType',
    header: 'Type',
    sortable: true,
    width: 128,
    cell: ({ equipmentType }) => EQUIPMENT_TYPE_LABELS[equipmentType],
  },
  {
    id: 'wellName',
    header: 'Well',
    sortable: true,
    minWidth: 130,
    cell: ({ wellId, wellName }) => (
      <Link href={`/wells/${wellId}`} className="hover:underline">
        {wellName}
      </Link>
    ),
  },
  status,
  nextDue(today),
  { id: 'assetTag', header: 'Asset tag', minWidth: 100, cell: ({ assetTag }) => assetTag ?? NO_VALUE },
  {
    id: 'manufacturer',
    header: 'Manufacturer and model',
    sortable: true,
    minWidth: 170,
    cell: ({ manufacturer, model }) => [manufacturer, model].filter(Boolean).join(' ') || NO_VALUE,
  },
];
