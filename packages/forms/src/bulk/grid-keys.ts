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
