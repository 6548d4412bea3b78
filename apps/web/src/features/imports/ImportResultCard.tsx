'use client';

import { factsOf, type ImportResult, type KeptValue, type RefusedRow } from '@wellpulse/contracts';
import {
  Button,
  buttonClass,
  Card,
  cx,
  DataTable,
  saveFile,
  VolumeCell,
  type DataTableColumn,
} from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { CircleCheck, Download, FlaskConical, TriangleAlert, Upload } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { toCsv } from '../../lib/csv.ts';
import { office, words } from '../../lib/language.ts';

const texts = office.imports;

export interface ImportResultCardProps {
  readonly result: ImportResult;
  readonly fileName: string;
  /** Takes the rows for good, after they were only tried out. */
  readonly onImport: () => void;
}

export function ImportResultCard({ result, fileName, onImport }: ImportResultCardProps) {
  const { dryRun, aborted, taken, updated, refused, refusedTotal, kept, keptTotal } = result;
  const names = words.importWords;
  const { rows, fresh, unchanged, leftOut } = names;
  const counts = [
    [rows, result.rows],
    [dryRun ? fresh : names.taken, taken],
    [names.updated, updated],
    [unchanged, result.unchanged],
    [leftOut, result.skipped],
    [names.kept, keptTotal],
    [names.refused, refusedTotal],
  ] as const;
  return (
    <Card
      flush
      aria-label={texts.result}
      title={<Heading dryRun={dryRun} aborted={aborted} />}
      actions={
        dryRun ? (
          <Button variant="primary" icon={<Upload aria-hidden />} onClick={onImport}>
            {texts.importNow}
          </Button>
        ) : (
          <Link href="/wells" className={buttonClass()}>
            {texts.toWells}
          </Link>
        )
      }
    >
      <dl className="grid grid-cols-3 gap-px bg-line sm:grid-cols-7">
        {counts.map(([name, count]) => (
          <div key={name} className="bg-surface px-4 py-3">
            <dt className="text-xs text-ink-muted">{name}</dt>
            <dd
              className={cx(
                'num text-lg font-semibold tracking-tight',
                name === names.refused && count > 0 && 'text-attention',
              )}
            >
              {words.formatCount(count)}
            </dd>
          </div>
        ))}
      </dl>
      {keptTotal > 0 && <KeptValues kept={kept} total={keptTotal} />}
      {refusedTotal > 0 && <RefusedRows refused={refused} total={refusedTotal} fileName={fileName} />}
    </Card>
  );
}

function Heading({ dryRun, aborted }: { dryRun: boolean; aborted: boolean }) {
  const [Icon, tone, text] = aborted
    ? ([TriangleAlert, 'text-attention', words.importWords.notTaken] as const)
    : dryRun
      ? ([FlaskConical, 'text-accent-text', words.importWords.triedOut] as const)
      : ([CircleCheck, 'text-good', words.importWords.imported] as const);
  return (
    <span role="status" className="flex items-center gap-2">
      <Icon aria-hidden className={cx('size-4', tone)} />
      {text}
    </span>
  );
}

const COLUMNS: DataTableColumn<RefusedRow>[] = [
  {
    id: 'row',
    header: texts.refusedColumns.line,
    align: 'right',
    width: 90,
    sortValue: ({ row }) => row,
    cell: ({ row }) => <span className="num">{words.formatCount(row)}</span>,
  },
  {
    id: 'code',
    header: texts.refusedColumns.why,
    width: 200,
    sortValue: ({ code }) => words.importWords.refusalNames[code],
    cell: ({ code }) => words.importWords.refusalNames[code],
  },
  {
    id: 'column',
    header: texts.refusedColumns.column,
    minWidth: 140,
    sortValue: ({ column }) => column,
    cell: ({ column }) => column ?? NO_VALUE,
  },
  {
    id: 'value',
    header: texts.refusedColumns.value,
    minWidth: 140,
    cell: ({ value }) => <span className="font-mono text-xs">{value ?? NO_VALUE}</span>,
  },
  {
    id: 'reason',
    header: texts.refusedColumns.words,
    minWidth: 260,
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
  },
];

interface RefusedRowsProps {
  readonly refused: readonly RefusedRow[];
  readonly total: number;
  readonly fileName: string;
}

function RefusedRows({ refused, total, fileName }: RefusedRowsProps) {
  const download = () => {
    const rows = refused.map(({ row, code, column, value, reason }) => [row, code, column, value, reason]);
    saveFile(
      `${fileName.replace(/\.[^.]*$/, '')}-refused.csv`,
      toCsv(['row', 'code', 'column', 'value', 'reason'], rows),
    );
  };
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2 border-y border-line px-4 py-2.5">
        <p className="text-sm text-ink-muted">
          {refused.length < total ? texts.firstRefused(refused.length) : texts.nothingTaken}
        </p>
        <Button icon={<Download aria-hidden />} onClick={download}>
          {texts.downloadRefused}
        </Button>
      </div>
      <DataTable
        label={texts.refusedRows}
        columns={COLUMNS}
        items={refused}
        itemId={({ row, column }) => `${row} ${column ?? ''}`}
        maxHeight="24rem"
      />
    </>
  );
}

const KEPT_COLUMNS: DataTableColumn<KeptValue>[] = [
  {
    id: 'row',
    header: texts.keptColumns.line,
    align: 'right',
    width: 90,
    cell: ({ row }) => <span className="num">{words.formatCount(row)}</span>,
  },
  {
    id: 'day',
    header: texts.keptColumns.day,
    width: 160,
    cell: ({ productionDate }) => <span className="num">{words.formatDayFull(productionDate)}</span>,
  },
  {
    id: 'what',
    header: texts.keptColumns.what,
    minWidth: 140,
    cell: ({ field }) =>
      `${words.fieldLabel('production', field)}, ${factsOf('production', field)?.unit ?? ''}`,
  },
  {
    id: 'typed',
    header: texts.keptColumns.typed,
    align: 'right',
    width: 120,
    cell: ({ typed }) => <VolumeCell value={typed} />,
  },
  {
    id: 'imported',
    header: texts.keptColumns.imported,
    align: 'right',
    width: 120,
    cell: ({ imported }) => <VolumeCell value={imported} />,
  },
];

function KeptValues({ kept, total }: { readonly kept: readonly KeptValue[]; readonly total: number }) {
  return (
    <>
      <p className="border-y border-line px-4 py-2.5 text-sm text-ink-muted">
        {kept.length < total ? texts.firstKept(kept.length) : texts.keptAbout}
      </p>
      <DataTable
        label={texts.keptValues}
        density="compact"
        columns={KEPT_COLUMNS}
        items={kept}
        itemId={({ row, productionDate, field }) => `${row} ${productionDate} ${field}`}
        maxHeight="24rem"
      />
    </>
  );
}
