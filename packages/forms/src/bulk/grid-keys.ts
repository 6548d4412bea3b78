import type { Cell } from './bulk-days.ts';

/** A key that was pressed in a cell. */
export interface GridKey {
  key: string;
  shiftKey: boolean;
  /** Where the caret is in the cell's text: arrows sideways leave a cell only from its edge. */
  atStart: boolean;
  atEnd: boolean;
}

/** The cell that a key leads to, as in a spreadsheet; null where the key stays with the cell or there is none. */
export function cellAfterKey(
  from: Cell,
  { key, shiftKey, atStart, atEnd }: GridKey,
  size: Cell,
): Cell | null {
  const moves: Record<string, Cell | null> = {
    ArrowUp: { row: -1, column: 0 },
    ArrowDown: { row: 1, column: 0 },
    Enter: { row: shiftKey ? -1 : 1, column: 0 },
    ArrowLeft: atStart ? { row: 0, column: -1 } : null,
    ArrowRight: atEnd ? { row: 0, column: 1 } : null,
  };
  const move = moves[key] ?? null;
  if (move === null) return null;
  const to = { row: from.row + move.row, column: from.column + move.column };
  return to.row < 0 || to.row >= size.row || to.column < 0 || to.column >= size.column ? null : to;
}

/** A grid as a person fills it who types one number after the other. */
export interface FilledGrid {
  /** The columns that are shown, from left to right. */
  readonly columns: readonly number[];
  readonly rows: number;
  /** Whether nothing is typed in a row, since it is entered already. */
  readonly isLocked: (row: number) => boolean;
}

/**
 * The cell to fill after another: to the right, then down to the next row that is not entered; null at the end.
 *
 * @example
 * cellToFillAfter({ row: 0, column: 2 }, { columns: [0, 1, 2], rows: 7, isLocked: () => false }); // { row: 1, column: 0 }
 */
export function cellToFillAfter(from: Cell, { columns, rows, isLocked }: FilledGrid): Cell | null {
  const right = columns[columns.indexOf(from.column) + 1];
  if (right !== undefined) return { row: from.row, column: right };
  const [first] = columns;
  for (let row = from.row + 1; row < rows; row += 1) {
    if (first !== undefined && !isLocked(row)) return { row, column: first };
  }
  return null;
}
