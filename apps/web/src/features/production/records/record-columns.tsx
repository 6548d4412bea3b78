'use client';

import { isAfterPlugging } from '@wellpulse/domain';
import { PRODUCTS, VOLUME_FIELDS, type ProductionRecord, type Well } from '@wellpulse/contracts';
import { type DataTableColumn, useWords } from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { useMemo } from 'react';
import { useIsNarrow } from '../../../lib/use-is-narrow.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useColleagues } from '../../../queries/user-queries.ts';
import { DayOfRecord, NotesOfRecord, VolumeOfRecord } from './RecordCells.tsx';
import { RecordActions } from './RecordActions.tsx';

export interface RecordColumnsOptions {
  readonly well: Well;
  readonly onHistory: (record: ProductionRecord) => void;
  readonly onDelete: (record: ProductionRecord) => void;
}

export function useRecordColumns({ well, onHistory, onDelete }: RecordColumnsOptions) {
  const words = useWords();
  const { tenant } = useSession();
  const { data: colleagues } = useColleagues();
  const isNarrow = useIsNarrow();
  return useMemo((): DataTableColumn<ProductionRecord>[] => {
    const names = new Map(colleagues?.map(({ id, name }) => [id, name]));
    return [
      {
        id: 'productionDate',
        header: words.fieldLabel('production', 'productionDate'),
        sortable: true,
        firstDirection: 'desc',
        width: isNarrow ? 100 : 210,
        cell: (record) => <DayOfRecord record={record} isNarrow={isNarrow} onPhotos={onHistory} />,
      },
      ...PRODUCTS.map((product) => ({
        id: VOLUME_FIELDS[product],
        header: `${words.productNames[product]}, ${UNITS[product]}`,
        sortable: true,
        firstDirection: 'desc' as const,
        align: 'right' as const,
        width: isNarrow ? 88 : 120,
        cell: (record: ProductionRecord) => <VolumeOfRecord record={record} product={product} />,
      })),
      {
        id: 'notes',
        header: words.fieldLabel('production', 'notes'),
        minWidth: 160,
        cell: (record) => <NotesOfRecord record={record} />,
      },
      {
        id: 'updatedAt',
        header: words.productionTexts.lastChange,
        sortable: true,
        firstDirection: 'desc',
        width: 220,
        cell: ({ updatedAt, updatedBy, entryMethod }) => (
          <span
            className="text-ink-muted"
            title={words.productionTexts.firstEntered(
              words.formatInstant(updatedAt, tenant.timeZone),
              words.entryMethodNames[entryMethod].toLowerCase(),
            )}
          >
            {names.get(updatedBy) ?? words.requestWords.formerUser} ·{' '}
            {words.formatInstant(updatedAt, tenant.timeZone)}
          </span>
        ),
      },
      {
        id: 'actions',
        header: <span className="sr-only">{words.controlTexts.actions}</span>,
        align: 'right',
        width: 116,
        cell: (record) => (
          <RecordActions
            record={record}
            isLocked={isAfterPlugging(well, record.productionDate)}
            onHistory={onHistory}
            onDelete={onDelete}
          />
        ),
      },
    ];
  }, [words, colleagues, tenant.timeZone, well, isNarrow, onHistory, onDelete]);
}
