/** What the first rows say under a mapping, by the rules by which the server reads the whole file. */
import type { ImportMapping, ReadingNumbers } from '@wellpulse/contracts';
import { importColumns, importRowReader, type RowRefusal } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import type { CsvPreview } from './csv-preview.ts';

/** A row of the file, as a mapping reads it. */
export type PreviewedRow = { readonly line: number; readonly well: string } & (
  | {
      readonly kind: 'TAKEN';
      readonly day: string;
      readonly volumes: ReadingNumbers;
      readonly estimatedFrom: string | null;
      /** Over how many days the totals of a month are spread; null for a day. */
      readonly spreadOver: number | null;
    }
  | { readonly kind: 'SKIPPED' }
  | { readonly kind: 'REFUSED'; readonly reason: string }
);

/**
 * The rows of the preview. Whether a well of that name exists, and what is recorded already, only the server can tell.
 *
 * @example
 * readRows(words, preview, mapping, today)[0]; // { line: 2, well: 'Acme #1', kind: 'TAKEN', … }
 */
export function readRows(
  words: Words,
  preview: CsvPreview,
  mapping: ImportMapping,
  today: string,
): PreviewedRow[] {
  const { header } = preview;
  const found = importColumns(mapping, header);
  if (!found.ok) return [];
  const { columns } = found;
  const readCells = importRowReader(mapping, header, columns, {
    findWell: (wellId) => ({ ok: true, wellId }),
    today,
  });

  return preview.rows.map((record): PreviewedRow => {
    const { line, cells } = record;
    if (cells === null) return { line, well: '', kind: 'REFUSED', reason: record.reason };
    const row = { line, well: (cells[columns.well] ?? '').trim() };
    const read = readCells(cells);
    if (read.kind === 'SKIPPED') return { ...row, kind: 'SKIPPED' };
    if (read.kind === 'REFUSED') return { ...row, kind: 'REFUSED', reason: sentenceOf(words, read) };
    const { day, volumes, estimatedFrom, spreadOver } = read;
    if (day > today) return { ...row, kind: 'REFUSED', reason: words.importWords.dayNotCome };
    return { ...row, kind: 'TAKEN', day, volumes, estimatedFrom, spreadOver };
  });
}

/** "Water “-14”: a volume is never negative". */
function sentenceOf({ importWords }: Words, { column, value, reason }: RowRefusal): string {
  if (column === null || value === null || value === '') return reason;
  return importWords.refusedCell(column, value, `${reason.charAt(0).toLowerCase()}${reason.slice(1)}`);
}
