/** What every store of records must do. Each platform's tests call this with a kind of record and a way to make its store. */
import { describe, expect, test } from 'vitest';
import type { RecordAnswer, RecordStore } from '../record/record-store.ts';

/** A kind of record, and its store. */
export interface RecordStoreUnderTest<Row, Values> {
  readonly store: RecordStore<Row, Values>;
  /** A new record that may be saved; another one at each call. */
  newValues(): Values;
  /** A change of a record that may be saved: it bears the mark then. */
  change(record: Row, mark: string): Values;
  /** The mark that a record bears; null for none. */
  markOf(record: Row): string | null;
  /** A new record that cannot stand beside this one, and the box that is to blame. */
  clash(record: Row): { readonly values: Values; readonly box: string };
  /** The record as the store's side has it; null for none. */
  rowOf(record: Row): Promise<Row | null>;
  /** A colleague changes the record, and the store's side hears of it. */
  changeElsewhere(record: Row, mark: string): Promise<void>;
  /** The same data in a program that starts anew. */
  restart(): Promise<RecordStoreUnderTest<Row, Values>>;
}

/** `newKind` makes a store, with no record in it that was made before. */
export function describeRecordStore<Row, Values>(
  name: string,
  newKind: () => Promise<RecordStoreUnderTest<Row, Values>>,
): void {
  describe(`${name} as a store of records`, () => {
    const savedRow = (answer: RecordAnswer<Row>): Row => {
      if (answer.kind !== 'SAVED') throw new Error(`Not saved: ${JSON.stringify(answer)}`);
      return answer.record;
    };
    const aRecord = async (kind: RecordStoreUnderTest<Row, Values>): Promise<Row> =>
      savedRow(await kind.store.save(kind.newValues(), null));
    /** The mark of a record as the store's side has it. */
    const markIn = async (kind: RecordStoreUnderTest<Row, Values>, record: Row) => {
      const row = await kind.rowOf(record);
      return row === null ? 'no record' : kind.markOf(row);
    };

    test('a new record is there, also after a restart', async () => {
      const kind = await newKind();
      const record = await aRecord(kind);
      expect(await markIn(kind, record)).toBe(kind.markOf(record));
      expect(await markIn(await kind.restart(), record)).toBe(kind.markOf(record));
    });

    test('a change gives the record as it is then, on which the next one is based, and outlives a restart', async () => {
      const kind = await newKind();
      const record = await aRecord(kind);
      const once = savedRow(await kind.store.save(kind.change(record, 'once'), record));
      expect(kind.markOf(once)).toBe('once');
      const twice = savedRow(await kind.store.save(kind.change(once, 'twice'), once));
      expect(kind.markOf(twice)).toBe('twice');
      expect(await markIn(await kind.restart(), record)).toBe('twice');
    });

    test('a record that a colleague changed meanwhile is told, and nothing is overwritten unseen', async () => {
      const kind = await newKind();
      const record = await aRecord(kind);
      await kind.changeElsewhere(record, 'theirs');
      const answer = await kind.store.save(kind.change(record, 'mine'), record);
      if (answer.kind !== 'STALE' || answer.newer === null)
        throw new Error(`Not stale: ${JSON.stringify(answer)}`);
      expect([kind.markOf(answer.newer), await markIn(kind, record)]).toEqual(['theirs', 'theirs']);
      const { newer } = answer;
      expect(kind.markOf(savedRow(await kind.store.save(kind.change(newer, 'mine'), newer)))).toBe('mine');
    });

    test('what cannot stand beside another record is refused at its box', async () => {
      const kind = await newKind();
      const { values, box } = kind.clash(await aRecord(kind));
      const answer = await kind.store.save(values, null);
      if (answer.kind !== 'REFUSED') throw new Error(`Not refused: ${JSON.stringify(answer)}`);
      expect(answer.errors.map(({ path }) => path)).toEqual([box]);
      expect(answer.trouble.code).toMatch(/^[A-Z_]+$/);
    });
  });
}
