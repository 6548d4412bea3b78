'use client';

import type { Alert } from '@wellpulse/contracts';
import type { AlertGroup } from '@wellpulse/domain';
import {
  AlertChange,
  AlertStatusBadge,
  Button,
  ProductMark,
  type DataTableColumn,
  useWords,
} from '@wellpulse/ui';
import { Link } from '../../components/Link.tsx';
import type { Words } from '@wellpulse/words';
import { useMemo } from 'react';
import { useIsNarrow } from '../../lib/use-is-narrow.ts';
import { useSession } from '../../components/SessionProvider.tsx';
import { useColleagues } from '../../queries/user-queries.ts';

export interface AlertColumnsOptions {
  /** Only open alerts are listed: who acknowledged them is no question. */
  readonly onlyOpen: boolean;
  readonly onAcknowledge: (group: Omit<AlertGroup, 'id'>) => void;
}

export function useAlertColumns({ onlyOpen, onAcknowledge }: AlertColumnsOptions) {
  const words = useWords();
  const { alertTexts, controlTexts } = words;
  const { tenant, may } = useSession();
  const { data: colleagues } = useColleagues();
  const isNarrow = useIsNarrow();
  const mayAcknowledge = may('ENTER');
  return useMemo((): DataTableColumn<Alert>[] => {
    const names = new Map(colleagues?.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'productionDate',
        header: words.fieldLabel('alert', 'productionDate'),
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
        header: words.fieldLabel('alert', 'wellId'),
        minWidth: isNarrow ? 140 : 160,
        cell: ({ wellId, wellName }) => (
          <Link href={`/wells/${wellId}`} className="font-medium hover:underline">
            {wellName}
          </Link>
        ),
      },
      {
        id: 'product',
        header: isNarrow ? (
          <span className="sr-only">{words.fieldLabel('alert', 'product')}</span>
        ) : (
          words.fieldLabel('alert', 'product')
        ),
        width: isNarrow ? 44 : 100,
        cell: ({ product }) => <ProductMark product={product} hideName={isNarrow} />,
      },
      {
        id: 'changePercent',
        header: words.fieldLabel('alert', 'changePercent'),
        sortable: true,
        firstDirection: 'desc',
        width: 250,
        cell: (alert) => <AlertChange alert={alert} />,
      },
      ...(onlyOpen ? [] : acknowledgementColumns(words, names, tenant.timeZone)),
      {
        id: 'actions',
        header: <span className="sr-only">{controlTexts.actions}</span>,
        align: 'right',
        width: 130,
        cell: (alert) =>
          alert.status === 'OPEN' &&
          mayAcknowledge && (
            <Button
              size="sm"
              aria-label={alertTexts.acknowledgeNamed(
                `${alert.wellName}, ${words.productNames[alert.product]}, ${words.formatDay(alert.productionDate)}`,
              )}
              onClick={() => {
                const { wellId, wellName, productionDate } = alert;
                onAcknowledge({ wellId, wellName, productionDate, alerts: [alert] });
              }}
            >
              {alertTexts.acknowledge}
            </Button>
          ),
      },
    ];
  }, [
    words,
    alertTexts,
    controlTexts,
    colleagues,
    tenant.timeZone,
    mayAcknowledge,
    onlyOpen,
    isNarrow,
    onAcknowledge,
  ]);
}

const acknowledgementColumns = (
  { fieldLabel, formatInstant, requestWords }: Words,
  names: ReadonlyMap<string, string>,
  timeZone: string,
): DataTableColumn<Alert>[] => [
  {
    id: 'status',
    header: fieldLabel('alert', 'status'),
    width: 140,
    cell: ({ status }) => <AlertStatusBadge status={status} />,
  },
  {
    id: 'acknowledged',
    header: fieldLabel('alert', 'acknowledgedAt'),
    minWidth: 200,
    cell: ({ acknowledgedBy, acknowledgedAt, comment }) =>
      acknowledgedAt !== null && (
        <span className="text-ink-muted" title={comment ?? undefined}>
          {names.get(acknowledgedBy ?? '') ?? requestWords.formerUser} ·{' '}
          {formatInstant(acknowledgedAt, timeZone)}
          {comment !== null && ` · ${comment}`}
        </span>
      ),
  },
];
