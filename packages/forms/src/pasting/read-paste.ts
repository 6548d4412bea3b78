/** Reads what a spreadsheet puts on the clipboard: rows of cells, separated by tabs or as CSV. */
import { isNotMeasured } from './not-measured.ts';

/** One number, its thousands separated by commas or not. */
const NUMBER = /^[-+]?(\d+|\d{1,3}(,\d{3})+)?(\.\d*)?$/;
/** "12,5": elsewhere it is one number, here perhaps two. Nobody can tell. */
const DECIMAL_COMMA = /^[-+]?\d+,\d{1,2}$/;

/**
 * The cells of a pasted text, trimmed. Null when it is one value, which its box takes as it is: text in `TEXT`, and a line that
 * is not plainly several numbers.
 *
 * @example
 * readPaste('42.5\t310', 'NUMBER'); // [['42.5', '310']]
 * readPaste('12,5', 'NUMBER'); // null
 * readPaste('Pump down, called Joe', 'TEXT'); // null
 */
export function readPaste(text: string, into: 'NUMBER' | 'TEXT'): string[][] | null {
  const delimiter = delimiterOf(text, into);
  const rows = splitDelimited(text, delimiter)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row, at, all) => at < all.length - 1 || row.some((cell) => cell !== ''));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

function delimiterOf(text: string, into: 'NUMBER' | 'TEXT'): string {
  if (text.includes('\t') || into === 'TEXT') return '\t';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  if (lines.every((line) => NUMBER.test(line.trim()))) return '\t';
  const [first = '', ...others] = lines;
  const delimiter = [';', ','].find((candidate) => first.includes(candidate)) ?? '\t';
  // Of several lines the first may be a heading, and the last columns may hold words. One line has numbers only, or is a text.
  const isTable = others.length > 0 && others.every((line) => line.includes(delimiter));
  if (isTable && others.some((line) => isPlainlyNumbers(line.split(delimiter).slice(0, 2), delimiter))) {
    return delimiter;
  }
  return isPlainlyNumbers(first.split(delimiter), delimiter) ? delimiter : '\t';
}

const isPlainlyNumbers = (cells: readonly string[], delimiter: string): boolean =>
  cells.length > 1 &&
  !(delimiter === ',' && DECIMAL_COMMA.test(cells.join(',').trim())) &&
  cells.every((cell) => isNotMeasured(cell) || (NUMBER.test(cell.trim()) && /\d/.test(cell))) &&
  cells.some((cell) => /\d/.test(cell));

/** Cells in quotes may hold the delimiter, line breaks, and quotes written twice. */
function splitDelimited(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quoted = false;
  const endCell = () => {
    row.push(cell);
    cell = '';
  };
  const endRow = () => {
    endCell();
    rows.push(row);
    row = [];
  };
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') {
        cell += '"';
        at++;
      } else quoted = false;
    } else if (character === '"' && cell.trim() === '') {
      cell = '';
      quoted = true;
    } else if (character === delimiter) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') cell += character;
  }
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}
