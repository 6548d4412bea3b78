/** What every store of maintenance logs must do. Each platform's tests call this with a way to make its store, and an item. */
import { describe, expect, test } from 'vitest';
import type { LogStore } from '../maintenance/log-form.ts';
import type { MaintenanceValues } from '../maintenance/maintenance-text.ts';

/** A store of the logs of one item. */
export interface LogStoreUnderTest<Stored> {
  readonly store: LogStore<Stored, unknown>;
  /** The tenant's day, `YYYY-MM-DD`. */
  readonly today: string;
  /** A photo that is stored; another one at each call. */
  newPhoto(): Promise<Stored>;
  /** The logs as the store's side has them. */
  logs(): Promise<readonly { readonly description: string; readonly photos: number }[]>;
  /** The same data in a program that starts anew. */
  restart(): Promise<LogStoreUnderTest<Stored>>;
}

/** `newItem` makes a store, with no log in it. */
export function describeLogStore<Stored>(
  name: string,
  newItem: () => Promise<LogStoreUnderTest<Stored>>,
): void {
  describe(`${name} as a store of logs`, () => {
    const greased = (maintenanceDate: string): MaintenanceValues => ({
      ...{ maintenanceDate, maintenanceType: 'ROUTINE', description: 'Greased', cost: 12.5 },
      ...{ technician: null, nextMaintenanceDate: null, equipmentStatus: null, location: null },
    });

    test('a log is there with its photos, also after a restart', async () => {
      const item = await newItem();
      const photos = [await item.newPhoto(), await item.newPhoto()];
      expect(await item.store.log(greased(item.today), photos)).toMatchObject({
        kind: 'SAVED',
        record: { description: 'Greased', cost: 12.5 },
      });
      expect(await item.logs()).toEqual([{ description: 'Greased', photos: 2 }]);
      expect(await (await item.restart()).logs()).toEqual([{ description: 'Greased', photos: 2 }]);
    });

    test('two logs of a day are two', async () => {
      const item = await newItem();
      for (let count = 0; count < 2; count += 1) await item.store.log(greased(item.today), []);
      expect(await item.logs()).toHaveLength(2);
    });

    test('what the rules refuse is said at its box, and leaves nothing', async () => {
      const item = await newItem();
      const answer = await item.store.log({ ...greased(item.today), description: '' }, []);
      if (answer.kind !== 'REFUSED') throw new Error(`Not refused: ${JSON.stringify(answer)}`);
      expect(answer.errors.map(({ path }) => path)).toEqual(['description']);
      expect(await item.logs()).toEqual([]);
    });
  });
}
