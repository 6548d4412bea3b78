import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCsv } from './csv-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-csv-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is read of a file: each record's line and cells, or why it could not be read. */
async function read(content: string | Buffer): Promise<unknown[]> {
  const filePath = path.join(folder, 'file.csv');
  await writeFile(filePath, content);
  const { header, records } = await openCsv(filePath, undefined);
  const seen: unknown[] = [header];
  for await (const record of records) seen.push([record.line, record.cells ?? record.reason]);
  return seen;
}

const HEADER = ['well', 'note'];
const lines = (...rows: string[]): string => `${['well,note', ...rows].join('\n')}\n`;

test('a file whose header cannot be read is refused', async () => {
  await expect(read('well,"note\nA,1\n')).rejects.toMatchObject({
    code: 'VALIDATION_FAILED',
    details: { errors: [{ path: 'file', message: 'A quote is left open in this line' }] },
  });
});

test('a line without end costs itself, and no memory', async () => {
  const endless = `A,${'x'.repeat(1_000_000)}`;
  const tooLong = 'The line has more than 262144 characters';
  expect(await read(lines('A,1', endless, 'A,2', endless))).toEqual([
    HEADER,
    [2, ['A', '1']],
    [3, tooLong],
    [4, ['A', '2']],
    [5, tooLong],
  ]);
  await expect(read(endless)).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
});

test('line ends of any system are told wherever the file is cut into pieces', async () => {
  for (const length of [65_534, 65_535, 65_536]) {
    const first = 'x'.repeat(length - 'well,note\r\nA,'.length);
    expect(await read(`well,note\r\nA,${first}\r\nB,1\rC,2`)).toEqual([
      HEADER,
      [2, ['A', first]],
      [3, ['B', '1']],
      [4, ['C', '2']],
    ]);
  }
});

describe('letters', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `A,${index}`);
  const late = lines(...many, 'MÆRSK’S €,1');
  const read20002 = async (content: string | Buffer): Promise<unknown> => (await read(content))[20_001];
  const expected = [20_002, ['MÆRSK’S €', '1']];

  test("of Windows' Latin are told by the whole file, however late the first of them comes", async () => {
    const windows = Buffer.from(late, 'latin1');
    for (const [letter, byte] of [
      ['’', 0x92],
      ['€', 0x80],
    ] as const) {
      windows[late.indexOf(letter)] = byte;
    }
    expect(await read20002(windows)).toEqual(expected);
  });

  test('of UTF-8 and of UTF-16 with its mark are read as what they are', async () => {
    expect(await read20002(late)).toEqual(expected);
    expect(await read20002(Buffer.from(`\uFEFF${late}`, 'utf16le'))).toEqual(expected);
    expect(await read20002(Buffer.from(`\uFEFF${late}`, 'utf16le').swap16())).toEqual(expected);
  });

  test('that are cut off at the end are not UTF-8', async () => {
    expect(await read(Buffer.from([...Buffer.from(lines('A,1')), 0x42, 0x2c, 0xc3]))).toContainEqual([
      3,
      ['B', 'Ã'],
    ]);
  });
});
