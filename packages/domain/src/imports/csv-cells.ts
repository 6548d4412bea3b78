/** Splits the text of a record into its cells, as RFC 4180 says, and forgiving what programs get wrong. */

/**
 * The cells of a record's text; null if a quote is left open. A quote opens a cell only at its start, and closes it only
 * at its end; any other is text. A cell over several lines that no quote closes properly was never meant to be one.
 */
export function splitCells(text: string, delimiter: string): string[] | null {
  if (!text.includes('"')) return text.split(delimiter);
  const cells: string[] = [];
  for (let at = 0; ;) {
    const quoted = text[at] === '"' ? closingQuote(text, at) : null;
    if (quoted === -1) return null;
    const isWhole = quoted !== null && (quoted + 1 === text.length || text[quoted + 1] === delimiter);
    if (quoted !== null && !isWhole && text.slice(at, quoted).includes('\n')) return null;
    const next = text.indexOf(delimiter, isWhole ? quoted + 1 : at);
    const end = next === -1 ? text.length : next;
    cells.push(isWhole ? text.slice(at + 1, quoted).replaceAll('""', '"') : text.slice(at, end));
    if (next === -1) return cells;
    at = next + 1;
  }
}

/** Whether the line holds a quote that closes a cell opened in a line before. */
export const holdsClosingQuote = (line: string): boolean => closingQuote(line, -1) !== -1;

/** Where the next quote stands that is not one of a pair, -1 if nowhere. */
function closingQuote(text: string, opening: number): number {
  let at = text.indexOf('"', opening + 1);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
