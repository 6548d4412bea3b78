/** Reads what a spreadsheet puts on the clipboard: rows of cells, separated by tabs or as CSV. */

/** One number with its thousands separated by commas. */
const THOUSANDS = /^\s*[-+]?\d{1,3}(,\d{3})+(\.\d*)?\s*$/;

/**
 * The cells of a pasted text, trimmed; null when it is a single value, which the input can take as it is.
 * Without tabs, a comma or semicolon separates cells, unless every line is one number such as "1,234".
 */
export function parsePastedBlock(text: string): string[][] | null {
  const delimiter = delimiterOf(text);
  const rows = splitDelimited(text, delimiter)
    .map((row) => row.map((cell) => cell.trim()))
    .filter((row, at, all) => at < all.length - 1 || row.some((cell) => cell !== ''));
  return rows.length > 1 || (rows[0]?.length ?? 0) > 1 ? rows : null;
}

function delimiterOf(text: string): string {
  if (text.includes('\t')) return '\t';
  if (text.includes(';')) return ';';
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.every((line) => THOUSANDS.test(line) || !line.includes(',')) ? '\t' : ',';
}

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
