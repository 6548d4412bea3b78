import { describe, expect, it } from 'vitest';
import { PREVIEW_BYTES, readPreview } from './csv-preview.ts';

describe('the beginning of a CSV file', () => {
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
    expect(new Set(rows.map(({ cells }) => cells?.join()))).toEqual(new Set(['Ææ,1']));
  });
});
