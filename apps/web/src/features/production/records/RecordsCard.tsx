'use client';

/** Every day of a well: to be searched, sorted, edited in place, deleted, exported, and traced back. */
import { endpoints, type ProductionRecord, type Well } from '@wellpulse/contracts';
import { buttonClass, Card, EmptyState, useWords } from '@wellpulse/ui';
import { Download, Table } from 'lucide-react';
import { useState } from 'react';
import { InfiniteTable } from '../../../components/InfiniteTable.tsx';
import { useSession } from '../../../components/SessionProvider.tsx';
import { addressOf } from '../../../lib/api.ts';
import { EntryConflict } from '../entry/EntryConflict.tsx';
import { DeleteRecordDialog } from './DeleteRecordDialog.tsx';
import { HistoryDrawer } from './HistoryDrawer.tsx';
import { useProduction } from '../../../queries/production-queries.ts';
import { useRecordColumns } from './record-columns.tsx';
import { useRecordFilters } from './record-filters.ts';
import { RecordFilterBar } from './RecordFilterBar.tsx';
import { rowNote, RowEditingProvider, useNewRowEditing } from './row-editing.tsx';

export function RecordsCard({ well }: { well: Well }) {
  const words = useWords();
  const { productionTexts } = words;
  const filters = useRecordFilters();
  const production = useProduction(well.id, filters.query);
  const [traced, setTraced] = useState<ProductionRecord | null>(null);
  const [doomed, setDoomed] = useState<ProductionRecord | null>(null);
  const { today } = useSession();
  const editing = useNewRowEditing(well.id);
  const { edit, known } = editing;
  const columns = useRecordColumns({ well, onHistory: setTraced, onDelete: setDoomed });
  const total = production.data?.pages[0]?.total;
  return (
    <Card
      flush
      title={productionTexts.dailyRecords}
      {...(total === undefined ? {} : { description: words.formatDays(total) })}
      actions={
        <a
          href={addressOf(endpoints.production.list, {
            params: { wellId: well.id },
            query: { ...filters.query, format: 'csv' },
          })}
          download
          className={buttonClass()}
        >
          <Download aria-hidden className="size-4" />
          {words.controlTexts.exportCsv}
        </a>
      }
    >
      <RecordFilterBar {...filters} />
      <RowEditingProvider value={editing}>
        <InfiniteTable
          label={productionTexts.recordsOf(well.name)}
          query={production}
          columns={columns}
          itemId={({ id }) => id}
          sort={filters.order.sort}
          onSortChange={filters.order.onSortChange}
          selectedId={edit.record?.id ?? null}
          selectedNote={rowNote(editing, today)}
          maxHeight="36rem"
          empty={
            <EmptyState
              icon={<Table aria-hidden />}
              title={filters.isNarrowed ? productionTexts.noDayMatches : productionTexts.noReadings}
              description={
                filters.isNarrowed ? words.controlTexts.takeFilterAway : productionTexts.noReadingsHint
              }
            />
          }
        />
      </RowEditingProvider>
      {known !== null && (
        <EntryConflict
          wellName={well.name}
          place={known}
          onSaved={(saved) => {
            edit.saved(saved);
            editing.tell(saved);
          }}
          onKept={() => {
            edit.cancel();
          }}
        />
      )}
      {traced !== null && (
        <HistoryDrawer
          well={well}
          record={traced}
          onClose={() => {
            setTraced(null);
          }}
        />
      )}
      {doomed !== null && (
        <DeleteRecordDialog
          well={well}
          record={doomed}
          onClose={() => {
            setDoomed(null);
          }}
        />
      )}
    </Card>
  );
}
