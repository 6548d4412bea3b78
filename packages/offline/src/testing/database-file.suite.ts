/** What every file of a database must do. Each platform's tests call this with a way to name one. */
import { describe, expect, test } from 'vitest';
import type { DatabaseFile } from '../ports/database-file.ts';
import type { SqliteExecutor } from '../ports/sqlite.ts';

const note = async (db: SqliteExecutor, value: string): Promise<void> => {
  await db.execute('CREATE TABLE IF NOT EXISTS note (value)');
  await db.execute('INSERT INTO note VALUES (?)', [value]);
};

/** `newPlace` makes a place without a database; `open` names the file there, as a program does that starts. `isShared`: two programs may have it open. */
export function describeDatabaseFile(
  name: string,
  newPlace: () => string,
  open: (place: string) => DatabaseFile,
  { isShared = true } = {},
): void {
  describe(`${name} as the file of a database`, () => {
    const notesAt = async (place: string): Promise<unknown[]> => {
      const driver = await open(place).open();
      const rows = await driver.query('SELECT value FROM note');
      await driver.close();
      return rows.map(({ value }) => value);
    };

    test('what was written is there after a restart, and in its pages', async () => {
      const place = newPlace();
      const driver = await open(place).open();
      await note(driver, 'typed by the well');
      await driver.close();
      expect(await notesAt(place)).toEqual(['typed by the well']);
      let pages = '';
      for await (const { bytes } of open(place).pages()) pages += new TextDecoder('latin1').decode(bytes);
      expect(pages).toContain('typed by the well');
    });

    test('another database takes its place whole, for good', async () => {
      const place = newPlace();
      const file = open(place);
      const driver = await file.open();
      await note(driver, 'former');
      expect(await file.replace((fresh) => note(fresh, 'fresh').then(() => driver.close()))).toBe(true);
      expect(await notesAt(place)).toEqual(['fresh']);
    });

    test('one that could not be filled leaves the present one where it is', async () => {
      const place = newPlace();
      const file = open(place);
      const driver = await file.open();
      await note(driver, 'former');
      const filling = file.replace(async (fresh) => {
        await note(fresh, 'half');
        throw new Error('No room');
      });
      await expect(filling).rejects.toThrow('No room');
      await driver.close();
      expect(await notesAt(place)).toEqual(['former']);
    });

    test.runIf(isShared)(
      'it is not replaced under another program, which would go on writing into what is gone',
      async () => {
        const place = newPlace();
        const [ours, theirs] = [open(place), open(place)];
        const driver = await ours.open();
        const other = await theirs.open();
        expect(await ours.replace(async () => driver.close())).toBe(false);
        await note(other, 'typed meanwhile');
        await other.close();
        expect(await notesAt(place)).toEqual(['typed meanwhile']);
      },
    );
  });
}
