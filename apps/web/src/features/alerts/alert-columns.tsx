'use client';

import type { Alert, AlertStatus } from '@wellpulse/contracts';
import {
  Badge,
  Button,
  formatDay,
  formatDayFull,
  formatInstant,
  PRODUCT_NAMES,
  ProductMark,
  type DataTableColumn,
  type Tone,
} from '@wellpulse/ui';
import { BellRing, Check, Eraser, type LucideIcon } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { ALERT_KIND_NAMES, ALERT_STATUS_NAMES } from '../../lib/words.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { useColleagues } from '../wells/well-queries.ts';
import { AlertChange } from './AlertChange.tsx';
import type { AlertGroup } from './group-alerts.ts';

const STATUS_LOOKS: Record<AlertStatus, { tone: Tone; icon: LucideIcon }> = {
  OPEN: { tone: 'attention', icon: BellRing },
  ACKNOWLEDGED: { tone: 'good', icon: Check },
  CLEARED: { tone: 'unknown', icon: Eraser },
};

export function useAlertColumns(onAcknowledge: (group: Omit<AlertGroup, 'id'>) => void) {
  const { tenant, may } = useSession();
  const { data: colleagues } = useColleagues();
  const mayAcknowledge = may('ENTER');
  return useMemo((): DataTableColumn<Alert>[] => {
    const names = new Map(colleagues?.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'productionDate',
        header: 'Day',
        sortable: true,
        firstDirection: 'desc',
        width: 150,
        cell: ({ productionDate }) => <span className="num">{formatDayFull(productionDate)}</span>,
      },
      {
        id: 'wellName',
        header: 'Well',
        minWidth: 160,
        cell: ({ wellId, wellName }) => (
          <Link href={`/wells/${wellId}`} className="font-medium hover:underline">
            {wellName}
          </Link>
        ),
      },
      {
        id: 'product',
        header: 'Product',
        width: 100,
        cell: ({ product }) => <ProductMark product={product} />,
      },
      {
        id: 'changePercent',
        header: 'Change',
        sortable: true,
        firstDirection: 'desc',
        width: 250,
        cell: (alert) => <AlertChange alert={alert} />,
      },
      { id: 'kind', header: 'Kind', width: 100, cell: ({ kind }) => ALERT_KIND_NAMES[kind] },
      {
        id: 'status',
        header: 'Status',
        width: 140,
        cell: ({ status }) => {
          const { tone, icon: Icon } = STATUS_LOOKS[status];
          return (
            <Badge tone={tone} icon={<Icon aria-hidden />}>
              {ALERT_STATUS_NAMES[status]}
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
              {formatInstant(acknowledgedAt, tenant.timeZone)}
              {comment !== null && ` · ${comment}`}
            </span>
          ),
      },
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
              aria-label={`Acknowledge ${alert.wellName}, ${PRODUCT_NAMES[alert.product]}, ${formatDay(alert.productionDate)}`}
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
  }, [colleagues, tenant.timeZone, mayAcknowledge, onAcknowledge]);
}
