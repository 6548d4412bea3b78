'use client';

import type { ImportResult, RefusedRow } from '@wellpulse/contracts';
import { Button, buttonClass, Card, cx, DataTable, saveFile, type DataTableColumn } from '@wellpulse/ui';
import { NO_VALUE } from '@wellpulse/words';
import { CircleCheck, Download, FlaskConical, TriangleAlert, Upload } from 'lucide-react';
import { Link } from '../../components/Link.tsx';
import { toCsv } from '../../lib/csv.ts';
import { words } from '../../lib/language.ts';
import { REFUSAL_NAMES } from '../../lib/words.ts';

export interface ImportResultCardProps {
  readonly result: ImportResult;
  readonly fileName: string;
  /** Takes the rows for good, after they were only tried out. */
  readonly onImport: () => void;
}

export function ImportResultCard({ result, fileName, onImport }: ImportResultCardProps) {
  const { dryRun, aborted, taken, updated, refused, refusedTotal } = result;
  const counts = [
    ['Rows', result.rows],
    [dryRun ? 'New' : 'Taken', taken],
    ['Updated', updated],
    ['Unchanged', result.unchanged],
    ['Left out', result.skipped],
    ['Refused', refusedTotal],
  ] as const;
  return (
    <Card
      flush
      aria-label="Result of the import"
      title={<Heading dryRun={dryRun} aborted={aborted} />}
      actions={
        dryRun ? (
          <Button variant="primary" icon={<Upload aria-hidden />} onClick={onImport}>
            Import now
          </Button>
        ) : (
          <Link href="/wells" className={buttonClass()}>
            To the wells
          </Link>
        )
      }
    >
      <dl className="grid grid-cols-3 gap-px bg-line sm:grid-cols-6">
        {counts.map(([name, count]) => (
          <div key={name} className="bg-surface px-4 py-3">
            <dt className="text-xs text-ink-muted">{name}</dt>
            <dd
              className={cx(
                'num text-lg font-semibold tracking-tight',
                name === 'Refused' && count > 0 && 'text-attention',
              )}
            >
              {words.formatCount(count)}
            </dd>
          </div>
        ))}
      </dl>
      {refusedTotal > 0 && <RefusedRows refused={refused} total={refusedTotal} fileName={fileName} />}
    </Card>
  );
}

function Heading({ dryRun, aborted }: { dryRun: boolean; aborted: boolean }) {
  const [Icon, tone, text] = aborted
    ? ([TriangleAlert, 'text-attention', 'Nothing was taken, because some rows are wrong'] as const)
    : dryRun
      ? ([FlaskConical, 'text-accent-text', 'Tried out: nothing has been saved yet'] as const)
      : ([CircleCheck, 'text-good', 'Imported'] as const);
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
    header: 'Line',
    align: 'right',
    width: 90,
    sortValue: ({ row }) => row,
    cell: ({ row }) => <span className="num">{words.formatCount(row)}</span>,
  },
  {
    id: 'code',
    header: 'Why',
    width: 200,
    sortValue: ({ code }) => REFUSAL_NAMES[code],
    cell: ({ code }) => REFUSAL_NAMES[code],
  },
  {
    id: 'column',
    header: 'Column',
    minWidth: 140,
    sortValue: ({ column }) => column,
    cell: ({ column }) => column ?? NO_VALUE,
  },
  {
    id: 'value',
    header: 'Value',
    minWidth: 140,
    cell: ({ value }) => <span className="font-mono text-xs">{value ?? NO_VALUE}</span>,
  },
  {
    id: 'reason',
    header: 'In words',
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
          {refused.length < total
            ? `The first ${words.formatCount(refused.length)} refused rows. Nothing of a refused row is taken.`
            : 'Nothing of a refused row is taken. Correct them and import the file again: what is there already stays as it is.'}
        </p>
        <Button icon={<Download aria-hidden />} onClick={download}>
          Download refused rows
        </Button>
      </div>
      <DataTable
        label="Refused rows"
        columns={COLUMNS}
        items={refused}
        itemId={({ row, column }) => `${row} ${column ?? ''}`}
        maxHeight="24rem"
      />
    </>
  );
}
