/** Rows as a CSV file that spreadsheets open as meant: RFC 4180, with a byte order mark for UTF-8. */
export type CsvCell = string | number | null;

const quoted = (cell: CsvCell): string => {
  const text = cell === null ? '' : String(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export const toCsv = (header: readonly string[], rows: readonly (readonly CsvCell[])[]): Blob =>
  new Blob(['\uFEFF', ...[header, ...rows].map((row) => `${row.map(quoted).join(',')}\r\n`)], {
    type: 'text/csv;charset=utf-8',
  });
