import { describe, expect, it } from 'vitest';
import { PREVIEW_BYTES, parseCsv, readPreview, sniffDelimiter, toPreview } from './csv-preview.ts';

const cellsOf = (text: string) => parseCsv(text, ',', true).map(({ cells }) => cells);

describe('the preview of a CSV file', () => {
  it('reads quotes, doubled quotes, delimiters and line ends within quotes', () => {
    expect(cellsOf('a,"b,c","say ""hi""","two\nlines"\n1,2,3,4')).toEqual([
      ['a', 'b,c', 'say "hi"', 'two\nlines'],
      ['1', '2', '3', '4'],
    ]);
  });

  it('reads the line ends of every system', () => {
    expect(cellsOf('a,b\r\nc,d\ne,f\rg,h')).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ]);
  });

  it('names the line of each row as an editor would', () => {
    const rows = parseCsv('name,notes\n\nacme,"two\nlines"\nunit,x\n', ',', true);
    expect(rows.map(({ line }) => line)).toEqual([1, 4, 5]);
  });

  it('takes off the byte order mark', () => {
    expect(toPreview('\uFEFFWell,Date\n1,2\n', true).header).toEqual(['Well', 'Date']);
  });

  it('keeps empty cells and leaves out blank lines', () => {
    expect(cellsOf('a,,c\n\n,,\n')).toEqual([
      ['a', '', 'c'],
      ['', '', ''],
    ]);
  });

  it('drops the last row of a text that was cut off', () => {
    expect(parseCsv('a,b\n1,2\n3,4', ',', false).map(({ cells }) => cells)).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseCsv('a,b\n1,"2', ',', false)).toHaveLength(1);
  });

  it('takes a quote within a cell for itself', () => {
    expect(cellsOf('6" liner,b')).toEqual([['6" liner', 'b']]);
  });

  it.each([
    ['Well,Date,Oil', ','],
    ['Well;Date;Oil, bbl', ';'],
    ['Well\tDate\tOil', '\t'],
    ['Well|Date|Oil', '|'],
    ['Well', ','],
  ])('finds the delimiter of %j', (header, delimiter) => {
    expect(sniffDelimiter(`${header}\n1\n`)).toBe(delimiter);
  });

  it('reads UTF-8, and Windows’ Latin where it is none', async () => {
    const latin = new Blob([new Uint8Array([0x4d, 0xc6, 0x52, 0x53, 0x4b, 0x2c, 0x62, 0x0a])]);
    expect((await readPreview(latin)).header).toEqual(['MÆRSK', 'b']);
    expect((await readPreview(new Blob(['MÆRSK,b\n']))).header).toEqual(['MÆRSK', 'b']);
  });

  it('reads only the beginning of a large file, also if that ends within a character', async () => {
    const line = 'Ææ,1\n';
    const file = new Blob([line.repeat(40_000)]);
    const { rows, isWhole } = await readPreview(file);
    expect(isWhole).toBe(false);
    expect(rows.length).toBeLessThan(PREVIEW_BYTES / 6);
    expect(new Set(rows.map(({ cells }) => cells.join()))).toEqual(new Set(['Ææ,1']));
  });

  it('has no header where there is no file to speak of', () => {
    expect(toPreview('', true).header).toEqual([]);
  });
});
