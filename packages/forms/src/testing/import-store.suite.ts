/** What every store of imports must do. Each platform's tests call this with a way to make one, and a well without readings. */
import type { ImportMapping } from '@wellpulse/contracts';
import { describe, expect, test } from 'vitest';
import type { ImportAnswer, ImportJob, ImportStore } from '../imports/import-store.ts';

/** A store of imports, and what its files are about. */
export interface ImportStoreUnderTest<File> {
  readonly store: ImportStore<File>;
  readonly fileOf: (text: string) => File;
  /** What the files call the well. */
  readonly well: string;
  /** Reads the columns `well`, `day` (`yyyy-MM-dd`) and `oil` (in bbl). */
  readonly mapping: ImportMapping;
  /** The oil of the well as the store's side has it, oldest day first. */
  oil(): Promise<readonly (number | null)[]>;
}

/** `newWell` makes a store, and a well without readings. */
export function describeImportStore<File>(
  name: string,
  newWell: () => Promise<ImportStoreUnderTest<File>>,
): void {
  describe(`${name} as a store of imports`, () => {
    const csv = (well: string): string => `well,day,oil\n${well},2025-03-01,42.5\n${well},2025-03-02,41\n`;
    const start = (
      { store, fileOf, well, mapping }: ImportStoreUnderTest<File>,
      given: Partial<ImportJob<File>> = {},
    ) => store.start({ file: fileOf(csv(well)), mapping, dryRun: false, onSent: () => undefined, ...given });
    const resultOf = (answer: ImportAnswer) => {
      if (answer.kind !== 'DONE') throw new Error(`Not done: ${JSON.stringify(answer)}`);
      return answer.result;
    };

    test('reads the beginning of a file, by the delimiter that it finds or is told', async () => {
      const { store, fileOf } = await newWell();
      const file = fileOf('well;day,oil\nAcme #1;2025-03-01,4\n');
      expect((await store.read(file, ';')).header).toEqual(['well', 'day,oil']);
      expect((await store.read(file, ',')).header).toEqual(['well;day', 'oil']);
      const found = await store.read(fileOf('well\tday\nAcme #1\t2025-03-01\n'));
      expect(found.header).toEqual(['well', 'day']);
      expect(found.rows).toMatchObject([{ line: 2, cells: ['Acme #1', '2025-03-01'] }]);
    });

    test('trying a file out says what would be taken, and takes nothing', async () => {
      const well = await newWell();
      const result = resultOf(await start(well, { dryRun: true }).done);
      expect(result).toMatchObject({ dryRun: true, taken: 2, refused: [] });
      expect(await well.oil()).toEqual([]);
    });

    test('an import takes the rows, and is named before it is done', async () => {
      const well = await newWell();
      const first = start(well);
      const result = resultOf(await first.done);
      expect(result).toMatchObject({ importId: first.importId, dryRun: false, taken: 2 });
      expect(await well.oil()).toEqual([42.5, 41]);
      const again = start(well);
      expect(again.importId).not.toBe(first.importId);
      expect(resultOf(await again.done)).toMatchObject({ taken: 0, unchanged: 2 });
    });

    test('what is wrong with the mapping is refused at its place, and nothing is taken', async () => {
      const well = await newWell();
      const oil = { column: 'no such column', unit: 'BBL' as const };
      const answer = await start(well, { mapping: { ...well.mapping, oil } }).done;
      if (answer.kind !== 'REFUSED') throw new Error(`Not refused: ${JSON.stringify(answer)}`);
      expect(answer.trouble.code).toBe('VALIDATION_FAILED');
      expect(answer.errors.map(({ path }) => path)).toEqual([expect.stringContaining('oil')]);
      expect(await well.oil()).toEqual([]);
    });

    test('one that a person stops is cancelled', async () => {
      const running = start(await newWell());
      running.cancel();
      expect(await running.done).toEqual({ kind: 'CANCELLED' });
    });
  });
}
