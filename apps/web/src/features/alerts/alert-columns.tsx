'use client';

import type { Alert, AlertStatus } from '@wellpulse/contracts';
import { Badge, Button, ProductMark, type DataTableColumn, type Tone } from '@wellpulse/ui';
import { BellRing, Check, Eraser, type LucideIcon } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { useMemo } from 'react';
import { words } from '../../lib/language.ts';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useColleagues } from '../../queries/user-queries.ts';
import { AlertChange } from './AlertChange.tsx';
import type { AlertGroup } from './group-alerts.ts';

const STATUS_LOOKS: Record<AlertStatus, { tone: Tone; icon: LucideIcon }> = {
  OPEN: { tone: 'attention', icon: BellRing },
  ACKNOWLEDGED: { tone: 'good', icon: Check },
  CLEARED: { tone: 'unknown', icon: Eraser },
};

export interface AlertColumnsOptions {
  /** Only open alerts are listed: who acknowledged them is no question. */
  readonly onlyOpen: boolean;
  readonly onAcknowledge: (group: Omit<AlertGroup, 'id'>) => void;
}

export function useAlertColumns({ onlyOpen, onAcknowledge }: AlertColumnsOptions) {
  const { tenant, may } = useSession();
  const { data: colleagues } = useColleagues();
  const isNarrow = useIsNarrow();
  const mayAcknowledge = may('ENTER');
  return useMemo((): DataTableColumn<Alert>[] => {
    const names = new Map(colleagues?.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'productionDate',
        header: 'Day',
        sortable: true,
        firstDirection: 'desc',
        width: isNarrow ? 106 : 150,
        cell: ({ productionDate }) => (
          <span className="num">
            {isNarrow ? words.formatDay(productionDate) : words.formatDayFull(productionDate)}
          </span>
        ),
      },
      {
        id: 'wellName',
        header: 'Well',
        minWidth: isNarrow ? 140 : 160,
        cell: ({ wellId, wellName }) => (
          <Link href={`/wells/${wellId}`} className="font-medium hover:underline">
            {wellName}
          </Link>
        ),
      },
      {
        id: 'product',
        header: isNarrow ? <span className="sr-only">Product</span> : 'Product',
        width: isNarrow ? 44 : 100,
        cell: ({ product }) => <ProductMark product={product} hideName={isNarrow} />,
      },
      {
        id: 'changePercent',
        header: 'Change',
        sortable: true,
        firstDirection: 'desc',
        width: 250,
        cell: (alert) => <AlertChange alert={alert} />,
      },
      ...(onlyOpen ? [] : acknowledgementColumns(names, tenant.timeZone)),
      {
        id: 'actions',
        header: <span className="sr-only">Actions</span>,
        align: 'right',
        width: 130,
        cell: (alert) =>
          alert.status === 'OPEN' &&
          mayAcknowledge && (
            <Button
              size="sm"
              aria-label={`Acknowledge ${alert.wellName}, ${words.productNames[alert.product]}, ${words.formatDay(alert.productionDate)}`}
              onClick={() => {
                const { wellId, wellName, productionDate } = alert;
                onAcknowledge({ wellId, wellName, productionDate, alerts: [alert] });
              }}
            >
              Acknowledge
            </Button>
          ),
      },
    ];
  }, [colleagues, tenant.timeZone, mayAcknowledge, onlyOpen, isNarrow, onAcknowledge]);
}

const acknowledgementColumns = (
  names: ReadonlyMap<string, string>,
  timeZone: string,
): DataTableColumn<Alert>[] => [
  {
    id: 'status',
    header: 'Status',
    width: 140,
    cell: ({ status }) => {
      const { tone, icon: Icon } = STATUS_LOOKS[status];
      return (
        <Badge tone={tone} icon={<Icon aria-hidden />}>
          {words.alertStatusNames[status]}
        </Badge>
      );
    },
  },
  {
    id: 'acknowledged',
    header: 'Acknowledged',
    minWidth: 200,
    cell: ({ acknowledgedBy, acknowledgedAt, comment }) =>
      acknowledgedAt !== null && (
        <span className="text-ink-muted" title={comment ?? undefined}>
          {names.get(acknowledgedBy ?? '') ?? 'A former user'} ·{' '}
          {words.formatInstant(acknowledgedAt, timeZone)}
          {comment !== null && ` · ${comment}`}
        </span>
      ),
  },
];
