/** What every way of files into a person's hands must do. The test of each adapter calls this with its platform. */
import { inPieces, PIECE_BYTES, wholeOf } from '@wellpulse/offline';
import { describe, expect, test } from 'vitest';
import type { TravelFiles } from '../ports.ts';

/** A platform whose person has an empty folder. */
export interface HandsOfPerson {
  readonly files: TravelFiles;
  /** What the folder holds. */
  readonly held: () => Promise<ReadonlyMap<string, Uint8Array>>;
  /** From now on the person takes the file of this name; null: they think better of it. */
  readonly takes: (name: string | null) => Promise<void>;
}

const NAME = 'truck-7.wellpulse';
const BYTES = Uint8Array.from({ length: 200_000 }, (_, index) => index % 251);

async function* breaking(): AsyncGenerator<Uint8Array> {
  yield BYTES;
  throw new Error('The data is gone');
}

export function describeTravelFiles(name: string, open: () => Promise<HandsOfPerson>): void {
  describe(`${name} as a way of files into a person’s hands`, () => {
    test('a file is written whole, and read from there as often as anybody likes', async () => {
      const { files, held, takes } = await open();
      expect(await files.save(NAME, inPieces(BYTES))).toBe(true);
      expect(await held()).toEqual(new Map([[NAME, BYTES]]));
      await takes(NAME);
      const chosen = await files.choose('wellpulse');
      if (chosen === null) throw new Error('Nothing was chosen');
      expect(chosen.name).toBe(NAME);
      for (const _ of ['once', 'twice']) expect(await wholeOf(chosen.pieces())).toEqual(BYTES);
      for await (const { length } of chosen.pieces()) expect(length).toBeLessThanOrEqual(PIECE_BYTES);
    });

    test('who thinks better of it has chosen nothing, and nothing is wrong', async () => {
      const { files, takes } = await open();
      await takes(null);
      expect(await files.choose('wellpulse')).toBeNull();
    });

    test('a file that breaks off leaves nothing', async () => {
      const { files, held } = await open();
      await expect(files.save(NAME, breaking())).rejects.toThrow('The data is gone');
      expect(await held()).toEqual(new Map());
    });
  });
}
