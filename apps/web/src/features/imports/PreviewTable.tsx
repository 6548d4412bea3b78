'use client';

import { factsOf, READING_FIELDS, type ImportMapping } from '@wellpulse/contracts';
import { readRows, type CsvPreview, type PreviewedRow } from '@wellpulse/forms';
import { Badge, Card, DataTable, SegmentedControl, VolumeCell, type DataTableColumn } from '@wellpulse/ui';
import { useMemo, useState } from 'react';
import { office, words } from '../../lib/language.ts';
import { EstimatedBadge } from '../../components/EstimatedBadge.tsx';
import { useSession } from '../../components/SessionProvider.tsx';
import type { CsvRecord } from '@wellpulse/domain';

const texts = office.imports;

export interface PreviewTableProps {
  readonly preview: CsvPreview;
  /** Null while it says too little. */
  readonly mapping: ImportMapping | null;
}

type Look = 'READ' | 'RAW';

/** The first rows, as the mapping reads them and as they stand in the file. */
export function PreviewTable({ preview, mapping }: PreviewTableProps) {
  const [look, setLook] = useState<Look>('READ');
  return (
    <Card
      flush
      title={texts.firstRows}
      description={(preview.isWhole ? texts.rowsWhole : texts.rowsOfMore)(preview.rows.length)}
      actions={
        <SegmentedControl
          label={texts.preview}
          segments={[
            { value: 'READ', label: texts.asRead },
            { value: 'RAW', label: texts.asInFile },
          ]}
          value={look}
          onValueChange={setLook}
        />
      }
    >
      {look === 'RAW' ? <RawRows preview={preview} /> : <ReadRows preview={preview} mapping={mapping} />}
    </Card>
  );
}

const HEIGHT = '20rem';

function RawRows({ preview }: { preview: CsvPreview }) {
  const columns = useMemo(
    (): DataTableColumn<CsvRecord>[] => [
      lineColumn<CsvRecord>(),
      ...preview.header.map((name, index) => ({
        id: `${index}`,
        header: name,
        minWidth: 130,
        cell: ({ cells }: CsvRecord) => cells?.[index] ?? '',
      })),
    ],
    [preview.header],
  );
  return (
    <DataTable
      label={texts.firstRowsAsInFile}
      density="compact"
      columns={columns}
      items={preview.rows}
      itemId={({ line }) => String(line)}
      maxHeight={HEIGHT}
    />
  );
}

const lineColumn = <Row extends { readonly line: number }>(): DataTableColumn<Row> => ({
  id: 'line',
  header: texts.line,
  align: 'right',
  width: 64,
  cell: ({ line }) => <span className="num text-ink-subtle">{line}</span>,
});

/** The day, or the month whose totals the row holds. */
const dayWords = ({ day, spreadOver }: { day: string; spreadOver: number | null }): string =>
  spreadOver === null ? words.formatDayFull(day) : words.formatMonth(day.slice(0, 7));

const READ_COLUMNS: DataTableColumn<PreviewedRow>[] = [
  lineColumn<PreviewedRow>(),
  { id: 'well', header: texts.well, minWidth: 140, cell: ({ well }) => well },
  {
    id: 'day',
    header: texts.day,
    width: 150,
    cell: (row) => (row.kind === 'TAKEN' ? <span className="num">{dayWords(row)}</span> : ''),
  },
  ...READING_FIELDS.map((field) => ({
    id: field,
    header: `${words.fieldLabel('production', field)}, ${factsOf('production', field)?.unit ?? ''}`,
    align: 'right' as const,
    width: 110,
    cell: (row: PreviewedRow) => (row.kind === 'TAKEN' ? <VolumeCell value={row.volumes[field]} /> : ''),
  })),
  {
    id: 'outcome',
    header: texts.outcome,
    minWidth: 240,
    cell: (row) => {
      if (row.kind === 'TAKEN') {
        return (
          <span className="flex items-center gap-2">
            <Badge tone="good">{texts.outcomes.TAKEN}</Badge>
            <EstimatedBadge record={row} />
          </span>
        );
      }
      if (row.kind === 'SKIPPED') return <Badge tone="unknown">{texts.outcomes.SKIPPED}</Badge>;
      return (
        <span className="flex items-center gap-2" title={row.reason}>
          <Badge tone="attention">{texts.outcomes.REFUSED}</Badge>
          <span className="truncate text-ink-muted">{row.reason}</span>
        </span>
      );
    },
  },
];

const NO_ROWS: PreviewedRow[] = [];

function ReadRows({ preview, mapping }: PreviewTableProps) {
  const { today } = useSession();
  const rows = useMemo(
    () => (mapping === null ? NO_ROWS : readRows(words, preview, mapping, today)),
    [preview, mapping, today],
  );
  return (
    <DataTable
      label={texts.firstRowsAsRead}
      density="compact"
      columns={READ_COLUMNS}
      items={rows}
      itemId={({ line }) => String(line)}
      maxHeight={HEIGHT}
      empty={<p className="px-4 py-10 text-center text-sm text-ink-muted">{texts.chooseColumns}</p>}
    />
  );
}
