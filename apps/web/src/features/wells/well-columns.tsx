'use client';

import type { WellListItem } from '@wellpulse/contracts';
import { Badge, StatusBadge, type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { TriangleAlert } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useMemo } from 'react';
import { words } from '../../lib/language.ts';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../../components/SessionProvider.tsx';

export function useWellColumns(): DataTableColumn<WellListItem>[] {
  const { today } = useSession();
  const isNarrow = useIsNarrow();
  return useMemo(() => {
    const columns = wellColumns(today);
    return isNarrow ? onPhone(columns) : columns;
  }, [today, isNarrow]);
}

/** On a phone these alone, in this order; the well's page has the rest. */
const PHONE_WIDTHS: Readonly<Record<string, number>> = { name: 152, status: 104, lastProductionDate: 100 };

const onPhone = (columns: DataTableColumn<WellListItem>[]): DataTableColumn<WellListItem>[] =>
  columns.flatMap((column) => {
    const width = PHONE_WIDTHS[column.id];
    return width === undefined ? [] : [{ ...column, width }];
  });

const wellColumns = (today: string): DataTableColumn<WellListItem>[] => [
  {
    id: 'name',
    header: 'Name',
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
    header: 'API number',
    sortable: true,
    width: 140,
    cell: ({ apiNumber }) => <span className="num text-ink-muted">{apiNumber}</span>,
  },
  {
    id: 'status',
    header: 'Status',
    sortable: true,
    width: 112,
    cell: ({ status }) => <StatusBadge status={status} />,
  },
  { id: 'route', header: 'Route', sortable: true, minWidth: 110, cell: ({ route }) => route ?? NO_VALUE },
  { id: 'lease', header: 'Lease', minWidth: 110, cell: ({ lease }) => lease ?? NO_VALUE },
  {
    id: 'lastProductionDate',
    header: 'Last entry',
    sortable: true,
    firstDirection: 'desc',
    width: 112,
    cell: ({ lastProductionDate }) =>
      lastProductionDate === null ? (
        <span className="text-ink-subtle">Never</span>
      ) : (
        words.formatDayRelative(lastProductionDate, today)
      ),
  },
  {
    id: 'openAlerts',
    header: 'Open alerts',
    width: 108,
    cell: ({ openAlerts }) =>
      openAlerts > 0 && (
        <Badge tone="attention" icon={<TriangleAlert aria-hidden />}>
          <span className="num">{words.formatCount(openAlerts)}</span>
        </Badge>
      ),
  },
];
