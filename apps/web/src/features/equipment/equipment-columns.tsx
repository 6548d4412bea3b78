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
  return useMemo(() => (isNarrow ? PHONE_COLUMNS : officeColumns(today)), [today, isNarrow]);
}

const serialNumber: DataTableColumn<EquipmentItem> = {
  id: 'serialNumber',
  header: 'Serial number',
  sortable: true,
  minWidth: 112,
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
  width: 152,
  cell: (item) => <EquipmentStatusBadge status={item.status} />,
};

const nextDue = (cell: DataTableColumn<EquipmentItem>['cell']): DataTableColumn<EquipmentItem> => ({
  id: 'nextMaintenanceDate',
  header: 'Next service',
  sortable: true,
  width: 176,
  cell,
});

interface DueCellProps {
  readonly item: EquipmentItem;
  /** Given: what is near counts the days. */
  readonly today?: string;
}

/** A day that is far away is written as itself. */
function DueCell({ item, today }: DueCellProps) {
  const { nextMaintenanceDate, dueStatus } = item;
  if (nextMaintenanceDate === null || dueStatus === null) {
    return <span className="text-ink-subtle">{NO_VALUE}</span>;
  }
  if (dueStatus === 'SCHEDULED') return <span className="num">{formatDayWithYear(nextMaintenanceDate)}</span>;
  const daysLeft = today === undefined ? null : daysBetween(today, nextMaintenanceDate);
  return <DueBadge status={dueStatus} daysLeft={daysLeft} />;
}

/** On a phone the first ones alone; the item's page has the rest. */
const PHONE_COLUMNS: DataTableColumn<EquipmentItem>[] = [
  { ...serialNumber, header: 'Serial no.', width: 112 },
  { ...nextDue((item) => <DueCell item={item} />), width: 116 },
  { ...status, width: 144 },
];

const officeColumns = (today: string): DataTableColumn<EquipmentItem>[] => [
  serialNumber,
  nextDue((item) => <DueCell item={item} today={today} />),
  status,
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
  { id: 'assetTag', header: 'Asset tag', minWidth: 100, cell: ({ assetTag }) => assetTag ?? NO_VALUE },
  {
    id: 'manufacturer',
    header: 'Make and model',
    sortable: true,
    minWidth: 150,
    cell: ({ manufacturer, model }) => [manufacturer, model].filter(Boolean).join(' ') || NO_VALUE,
  },
];
