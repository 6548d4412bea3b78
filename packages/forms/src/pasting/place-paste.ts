/**
 * Where the cells of a pasted block belong. A heading names columns, and a column of days or of wells names rows. Without them the
 * block fills from the box on, row by row. Nothing is guessed: a cell that belongs nowhere is left out, and counted.
 */
import { PRODUCTION_VALUE_NAMES, type ProductionValueName } from '@wellpulse/contracts';
import { searchKey } from '@wellpulse/domain';
import { createWords, LANGUAGES } from '@wellpulse/words';
import { isNotMeasured } from './not-measured.ts';

/** How the cells of one column name rows, by their number; null if they name none. */
export type RowNaming = (cells: readonly string[]) => ((cell: string) => number | undefined) | null;

/** A cell and its place: the row's number, and the field. */
export interface PlacedCell {
  readonly row: number;
  readonly field: ProductionValueName;
  /** Empty for what was not measured. */
  readonly text: string;
}

export interface PlacedPaste {
  readonly cells: readonly PlacedCell[];
  /** How many cells with something in them belong nowhere. */
  readonly leftOut: number;
}

/** `start` is the box into which the block was pasted; `rows` is how many rows there are. */
export function placePaste(
  block: readonly (readonly string[])[],
  start: { readonly row: number; readonly field: ProductionValueName },
  rows: number,
  naming: RowNaming,
): PlacedPaste {
  const heading = headingOf(block[0] ?? []);
  const body = heading === null ? block : block.slice(1);
  const width = Math.max(0, ...block.map((cells) => cells.length));
  const columns = Array.from({ length: width }, (_, column) => body.map((cells) => cells[column] ?? ''));
  const key = columns.findIndex((cells, column) => !isField(heading?.[column]) && naming(cells) !== null);
  const rowOf = key === -1 ? undefined : naming(columns[key] ?? []);
  const fields =
    heading ??
    fieldsFrom(
      start.field,
      columns.map((_, column) => column === key),
    );

  const cells: PlacedCell[] = [];
  let leftOut = 0;
  body.forEach((texts, down) => {
    const row = rowOf ? rowOf(texts[key] ?? '') : start.row + down;
    texts.forEach((text, column) => {
      if (column === key) return;
      const field = fields[column];
      if (row !== undefined && row < rows && isField(field)) {
        cells.push({ row, field, text: field !== 'notes' && isNotMeasured(text) ? '' : text });
      } else if (text !== '') leftOut += 1;
    });
  });
  return { cells, leftOut };
}

const isField = (field: ProductionValueName | null | undefined): field is ProductionValueName =>
  field !== null && field !== undefined;

/** The fields from one on, left to right; none for the column that names rows. */
function fieldsFrom(
  first: ProductionValueName,
  namesRows: readonly boolean[],
): (ProductionValueName | null)[] {
  let next = PRODUCTION_VALUE_NAMES.indexOf(first);
  return namesRows.map((isKey) => (isKey ? null : (PRODUCTION_VALUE_NAMES[next++] ?? null)));
}

/** What the fields are called, in all languages: "oil", "petróleo". */
const NAMES = LANGUAGES.flatMap((language) => {
  const { fieldLabel } = createWords(language);
  return PRODUCTION_VALUE_NAMES.map((field) => ({ field, key: searchKey(fieldLabel('production', field)) }));
});

/** The field of each column, null for another; null for a row that is no heading. "Oil (bbl)" names oil. */
function headingOf(cells: readonly string[]): (ProductionValueName | null)[] | null {
  if (cells.some((cell) => /^[-+]?[\d.,]*\d/.test(cell))) return null;
  const fields = cells.map((cell) => {
    const words = searchKey(cell).split(/[\s()[\],.;:/_-]+/);
    return NAMES.find(({ key }) => words.includes(key))?.field ?? null;
  });
  return fields.some(isField) ? fields : null;
}
