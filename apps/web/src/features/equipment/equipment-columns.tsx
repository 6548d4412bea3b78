'use client';

import type { EquipmentItem } from '@wellpulse/contracts';
import { daysBetween } from '@wellpulse/domain';
import { DueBadge, EquipmentStatusBadge, type DataTableColumn, useWords } from '@wellpulse/ui';
import { NO_VALUE, type Words } from '@wellpulse/words';
import { Link } from '../../components/Link.tsx';
import { useMemo } from 'react';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../../components/SessionProvider.tsx';

/** On a phone the first three alone; the item's page has the rest. */
export function useEquipmentColumns(): DataTableColumn<EquipmentItem>[] {
  const { today } = useSession();
  const isNarrow = useIsNarrow();
  const words = useWords();
  return useMemo(() => equipmentColumns(words, today, isNarrow), [words, today, isNarrow]);
}

interface DueCellProps {
  readonly item: EquipmentItem;
  readonly today: string;
  /** There is room for one word: "Overdue". */
  readonly isNarrow: boolean;
}

/** What is near counts the days; a day that is far away is written as itself. */
function DueCell({ item, today, isNarrow }: DueCellProps) {
  const words = useWords();
  const { nextMaintenanceDate, dueStatus } = item;
  if (nextMaintenanceDate === null || dueStatus === null) {
    return <span className="text-ink-subtle">{NO_VALUE}</span>;
  }
  if (dueStatus === 'SCHEDULED')
    return <span className="num">{words.formatDayWithYear(nextMaintenanceDate)}</span>;
  return <DueBadge status={dueStatus} daysLeft={isNarrow ? null : daysBetween(today, nextMaintenanceDate)} />;
}

const equipmentColumns = (
  { equipmentTexts, equipmentTypeNames, fieldLabel }: Words,
  today: string,
  isNarrow: boolean,
): DataTableColumn<EquipmentItem>[] => [
  {
    id: 'serialNumber',
    header: fieldLabel('equipment', 'serialNumber'),
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
    header: fieldLabel('equipment', 'status'),
    sortable: true,
    width: 152,
    phoneWidth: 144,
    cell: ({ status }) => <EquipmentStatusBadge status={status} />,
  },
  {
    id: 'nextMaintenanceDate',
    header: equipmentTexts.nextService,
    sortable: true,
    width: 176,
    phoneWidth: 112,
    cell: (item) => <DueCell item={item} today={today} isNarrow={isNarrow} />,
  },
  {
    id: 'equipmentType',
    header: fieldLabel('equipment', 'equipmentType'),
    sortable: true,
    width: 128,
    phoneWidth: 'hidden',
    cell: ({ equipmentType }) => equipmentTypeNames[equipmentType],
  },
  {
    id: 'wellName',
    header: fieldLabel('equipment', 'wellId'),
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
    header: fieldLabel('equipment', 'assetTag'),
    minWidth: 100,
    phoneWidth: 'hidden',
    cell: ({ assetTag }) => assetTag ?? NO_VALUE,
  },
  {
    id: 'manufacturer',
    header: equipmentTexts.makeAndModel,
    sortable: true,
    minWidth: 150,
    phoneWidth: 'hidden',
    cell: ({ manufacturer, model }) => [manufacturer, model].filter(Boolean).join(' ') || NO_VALUE,
  },
];
