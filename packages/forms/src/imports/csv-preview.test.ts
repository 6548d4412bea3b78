import { describe, expect, it } from 'vitest';
import { toPreview } from './csv-preview.ts';

/** Of all lines, the header too. */
const cellsOfColumn = async (text: string, isWhole = true) => {
  const { header, rows } = await toPreview(text, isWhole, ',');
  return [header, ...rows.map(({ cells }) => cells)];
};

describe('the preview of a CSV file', () => {
  it('reads quotes, doubled quotes, delimiters and line ends within quotes', async () => {
    expect(await cellsOfColumn('a,"b,c","say ""hi""","two\nlines"\n1,2,3,4')).toEqual([
      ['a', 'b,c', 'say "hi"', 'two\nlines'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('reads the line ends of every system', async () => {
    expect(await cellsOfColumn('a,b\r\nc,d\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('names the line of each row as an editor would', async () => {
    const { rows } = await toPreview('name,notes\n\nacme,"two\nlines"\nunit,x\n', true);
    expect(rows.map(({ line }) => line)).toEqual([4, 5]);
  });

  it('takes off the byte order mark', async () => {
    expect((await toPreview('\uFEFFWell,Date\n1,2\n', true)).header).toEqual(['Well', 'Date']);
  });

  it('keeps empty cells and leaves out blank lines', async () => {
    expect(await cellsOfColumn('a,,c\n\n,,\n')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
    ]);
  });

  it('drops the last row of a text that was cut off, and what a quote there leaves open', async () => {
    const rows = [
      ['a', 'b'],
      ['1', '2'],
    ];
    expect(await cellsOfColumn('a,b\n1,2\n3,4', false)).toEqual(rows);
    expect(await cellsOfColumn('a,b\n1,2\n3,"4\n5,6\n', false)).toEqual(rows);
  });

  it('costs a quote that is left open its own line, as the server does', async () => {
    const { rows } = await toPreview('well,oil\nA,"2\nB,3\nC,4\n', true);
    expect(rows).toMatchObject([
      { line: 2, cells: null, reason: 'A quote is left open in this line' },
      { line: 3, cells: ['B', '3'] },
      { line: 4, cells: ['C', '4'] },
    ]);
  });

  it('takes a quote within a cell for itself', async () => {
    expect(await cellsOfColumn('6" liner,b')).toEqual([['6" liner', 'b']]);
  });

  it.each([
    ['Well,Date,Oil', ','],
    ['Well;Date;Oil, bbl', ';'],
    ['Well\tDate\tOil', '\t'],
    ['Well|Date|Oil', '|'],
    ['Well', ','],
  ])('finds the delimiter of %j', async (header, delimiter) => {
    expect((await toPreview(`${header}\n1\n`, true)).delimiter).toBe(delimiter);
  });

  it('has no header where there is no file to speak of', async () => {
    expect((await toPreview('', true)).header).toEqual([]);
  });
});
