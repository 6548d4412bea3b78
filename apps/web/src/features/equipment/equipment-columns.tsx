'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { daysBetween } from '@wellpulse/domain';
import { DueBadge, EquipmentStatusBadge, type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { Link } from '../../components/Link.tsx';
import { useMemo } from 'react';
import { words } from '../../lib/language.ts';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../../components/SessionProvider.tsx';

/** On a phone the first three alone; the item's page has the rest. */
export function useEquipmentColumns(): DataTableColumn<EquipmentItem>[] {
  const { today } = useSession();
  const isNarrow = useIsNarrow();
  return useMemo(() => equipmentColumns(today, isNarrow), [today, isNarrow]);
}

interface DueCellProps {
  readonly item: EquipmentItem;
  readonly today: string;
  /** There is room for one word: "Overdue". */
  readonly isNarrow: boolean;
}

/** What is near counts the days; a day that is far away is written as itself. */
function DueCell({ item, today, isNarrow }: DueCellProps) {
  const { nextMaintenanceDate, dueStatus } = item;
  if (nextMaintenanceDate === null || dueStatus === null) {
    return <span className="text-ink-subtle">{NO_VALUE}</span>;
  }
  if (dueStatus === 'SCHEDULED')
    return <span className="num">{words.formatDayWithYear(nextMaintenanceDate)}</span>;
  return <DueBadge status={dueStatus} daysLeft={isNarrow ? null : daysBetween(today, nextMaintenanceDate)} />;
}

const equipmentColumns = (today: string, isNarrow: boolean): DataTableColumn<EquipmentItem>[] => [
  {
    id: 'serialNumber',
    header: 'Serial number',
    sortable: true,
    minWidth: 130,
    phoneWidth: 104,
    cell: ({ id, serialNumber }) => (
      <Link href={`/equipment/${id}`} className="font-medium hover:underline">
        {serialNumber}
      </Link>
    ),
  },
  {
    id: 'status',
    header: 'Status',
    sortable: true,
    width: 152,
    phoneWidth: 144,
    cell: ({ status }) => <EquipmentStatusBadge status={status} />,
  },
  {
    id: 'nextMaintenanceDate',
    header: 'Next service',
    sortable: true,
    width: 176,
    phoneWidth: 112,
    cell: (item) => <DueCell item={item} today={today} isNarrow={isNarrow} />,
  },
  {
    id: 'equipmentType',
    header: 'Type',
    sortable: true,
    width: 128,
    phoneWidth: 'hidden',
    cell: ({ equipmentType }) => words.equipmentTypeNames[equipmentType],
  },
  {
    id: 'wellName',
    header: 'Well',
    sortable: true,
    minWidth: 130,
    phoneWidth: 'hidden',
    cell: ({ wellId, wellName }) => (
      <Link href={`/wells/${wellId}`} className="hover:underline">
        {wellName}
      </Link>
    ),
  },
  {
    id: 'assetTag',
    header: 'Asset tag',
    minWidth: 100,
    phoneWidth: 'hidden',
    cell: ({ assetTag }) => assetTag ?? NO_VALUE,
  },
  {
    id: 'manufacturer',
    header: 'Make and model',
    sortable: true,
    minWidth: 150,
    phoneWidth: 'hidden',
    cell: ({ manufacturer, model }) => [manufacturer, model].filter(Boolean).join(' ') || NO_VALUE,
  },
];
