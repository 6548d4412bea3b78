'use client';

import type { WellListItem } from '@wellpulse/contracts';
import { Badge, type DataTableColumn, useWords, WellStatusBadge } from '@wellpulse/ui';
import { NO_VALUE, type Words } from '@wellpulse/words';
import { TriangleAlert } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useMemo } from 'react';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../../components/SessionProvider.tsx';

export function useWellColumns(): DataTableColumn<WellListItem>[] {
  const words = useWords();
  const { today } = useSession();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const columns = wellColumns(words, today);
    return isNarrow ? onPhone(columns) : columns;
  }, [words, today, isNarrow]);
}

/** On a phone these alone, in this order; the well's page has the rest. */
const PHONE_WIDTHS: Readonly<Record<string, number>> = { name: 152, status: 104, lastProductionDate: 100 };

const onPhone = (columns: DataTableColumn<WellListItem>[]): DataTableColumn<WellListItem>[] =>
  columns.flatMap((column) => {
    const width = PHONE_WIDTHS[column.id];
    return width === undefined ? [] : [{ ...column, width }];
  });

const wellColumns = (
  { fieldLabel, formatCount, formatDayRelative, wellTexts }: Words,
  today: string,
): DataTableColumn<WellListItem>[] => [
  {
    id: 'name',
    header: fieldLabel('well', 'name'),
    sortable: true,
    minWidth: 150,
    cell: ({ id, name }) => (
      <Link href={`/wells/${id}`} className="font-medium hover:underline">
        {name}
      </Link>
    ),
  },
  {
    id: 'apiNumber',
    header: fieldLabel('well', 'apiNumber'),
    sortable: true,
    width: 140,
    cell: ({ apiNumber }) => <span className="num text-ink-muted">{apiNumber}</span>,
  },
  {
    id: 'status',
    header: fieldLabel('well', 'status'),
    sortable: true,
    width: 112,
    cell: ({ status }) => <WellStatusBadge status={status} />,
  },
  {
    id: 'route',
    header: fieldLabel('well', 'route'),
    sortable: true,
    minWidth: 110,
    cell: ({ route }) => route ?? NO_VALUE,
  },
  { id: 'lease', header: fieldLabel('well', 'lease'), minWidth: 110, cell: ({ lease }) => lease ?? NO_VALUE },
  {
    id: 'lastProductionDate',
    header: wellTexts.lastEntry,
    sortable: true,
    firstDirection: 'desc',
    width: 112,
    cell: ({ lastProductionDate }) =>
      lastProductionDate === null ? (
        <span className="text-ink-subtle">{wellTexts.never}</span>
      ) : (
        formatDayRelative(lastProductionDate, today)
      ),
  },
  {
    id: 'openAlerts',
    header: wellTexts.openAlerts,
    width: 108,
    cell: ({ openAlerts }) =>
      openAlerts > 0 && (
        <Badge tone="attention" icon={<TriangleAlert aria-hidden />}>
          <span className="num">{formatCount(openAlerts)}</span>
        </Badge>
      ),
  },
];
