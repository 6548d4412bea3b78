import { describe, expect, test } from 'vitest';
import { LINE_END, readCsv, type TextLine } from './csv-records.ts';

async function* linesOf(texts: readonly (string | null)[]): AsyncGenerator<TextLine> {
  for (const [index, text] of texts.entries()) yield { number: index + 1, text, bytes: 0 };
}

/** What is read of a file: the header and each record's line and cells, or why it could not be read. */
async function readLines(texts: readonly (string | null)[]): Promise<unknown[]> {
  const file = await readCsv(linesOf(texts), undefined);
  if (!file.ok) return [file.reason];
  const seen: unknown[] = [file.header];
  for await (const record of file.records) seen.push([record.line, record.cells ?? record.reason]);
  return seen;
}

const read = (content: string): Promise<unknown[]> => readLines(content.split(LINE_END));

const OPEN = 'A quote is left open in this line';
const HEADER = ['well', 'note'];
const lines = (...rows: string[]): string => `${['well,note', ...rows].join('\n')}\n`;
const good = (count: number): string[] => Array.from({ length: count }, (_, index) => `A,${index}`);

describe('quotes', () => {
  test('hold delimiters, quotes and line ends', async () => {
    const file = lines('A,"1, 2"', 'B,"5 ""inches"""', 'C,"first', '', 'third"', 'D,x');
    expect(await read(file)).toEqual([
      HEADER,
      [2, ['A', '1, 2']],
      [3, ['B', '5 "inches"']],
      [6, ['C', 'first\n\nthird']],
      [7, ['D', 'x']],
    ]);
  });

  test('that open no cell, or close none, are text', async () => {
    expect(await read(lines('A 5" casing,1', 'B,"5" casing', 'C,""', 'D,"""'))).toEqual([
      HEADER,
      [2, ['A 5" casing', '1']],
      [3, ['B', '"5" casing']],
      [4, ['C', '']],
      [5, OPEN],
    ]);
  });
});

describe('a quote that is left open', () => {
  test.each([
    ['in a file without another', good(50_000)],
    ['before a quoted cell', ['B,"x"', 'C,"y"']],
    ['before a cell that is closed by a quote in a later row', ['B,1', 'C",2', 'D,3']],
    ['before another one', ['B,1']],
    ['in the last line', []],
  ])('costs its own line, and none of those that follow: %s', async (_, rows) => {
    const expected = rows.map((row, index) => [index + 4, row.replace(/"([xy])"/, '$1').split(',')]);
    expect(await read(lines('A,1', 'A,"2', ...rows))).toEqual([
      HEADER,
      [2, ['A', '1']],
      [3, OPEN],
      ...expected,
    ]);
  });

  test('costs its line each time, with line ends of Windows and without the last one too', async () => {
    const file = lines('A,"1', 'B,2', 'C,"3', 'D,"4"', '"E,5', 'F,6', 'G,"7').trimEnd();
    const expected = [
      HEADER,
      [2, OPEN],
      [3, ['B', '2']],
      [4, OPEN],
      [5, ['D', '4']],
      [6, OPEN],
      [7, ['F', '6']],
      [8, OPEN],
    ];
    expect(await read(file)).toEqual(expected);
    expect(await read(file.replaceAll('\n', '\r\n'))).toEqual(expected);
  });

  test('is one beyond a hundred lines, or where the cells would not be as many as the header has', async () => {
    expect(await read(lines('A,"1', ...good(99).map(() => 'x'), 'x"'))).toContainEqual([2, OPEN]);
    expect(await read(lines('A,"1', ...good(98).map(() => 'x'), 'x"'))).toHaveLength(2);
    expect(await read(lines('A,"1', 'B,2",', 'C,3'))).toEqual([
      HEADER,
      [2, OPEN],
      [3, ['B', '2"', '']],
      [4, ['C', '3']],
    ]);
  });

  test('in the header makes the file unreadable', async () => {
    expect(await read('well,"note\nA,1\n')).toEqual([OPEN]);
  });
});

test('a line that is too long costs itself', async () => {
  const tooLong = 'The line has more than 262144 characters';
  expect(await readLines(['well,note', 'A,1', null, 'A,2', null])).toEqual([
    HEADER,
    [2, ['A', '1']],
    [3, tooLong],
    [4, ['A', '2']],
    [5, tooLong],
  ]);
  expect(await readLines([null])).toEqual([tooLong]);
});
