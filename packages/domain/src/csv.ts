/** CSV that spreadsheets open as meant (RFC 4180). Every file that WellPulse hands out is written here (ADR 27). */

export type CsvCell = string | number | null;

const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[+-]?\d+([.,]\d+)*$/;

/**
 * A text that begins like a formula would be run by a spreadsheet; the apostrophe makes it text. Numbers are left alone,
 * also as they stood in a file: -102.3676 is a longitude, -14 a volume that was refused.
 */
const harmless = (text: string): string => (FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text);

function csvField(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = harmless(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * One line with its end; null is an empty field.
 *
 * @example
 * csvLine(['Cooper 14', null, 42.5]); // 'Cooper 14,,42.5\r\n'
 */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(csvField).join(',')}\r\n`;

/**
 * The header and all rows, with a byte order mark: without it spreadsheets misread names such as MÆRSK.
 *
 * @example
 * csvFile(['well', 'oil'], [['Cooper 14', 42.5]]); // '\uFEFFwell,oil\r\nCooper 14,42.5\r\n'
 */
export const csvFile = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): string =>
  `\uFEFF${[header, ...rows].map(csvLine).join('')}`;
