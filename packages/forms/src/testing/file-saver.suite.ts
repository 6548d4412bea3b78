/** What everything that saves handover files must do. Each platform's tests call this with its saver, on a device where two readings wait. */
import { describe, expect, test } from 'vitest';
import type { FileSaver } from '../handover/handover-store.ts';

/** A saver, and what became of its file. */
export interface FileSaverUnderTest<Saved> {
  readonly saver: FileSaver<Saved>;
  /** From now on the person thinks better of it when they are asked where the file goes. */
  cancelFromNowOn(): void;
  /** The file that was written; null for none. */
  written(): Promise<Uint8Array | null>;
  /** How many entries another device finds in a file. */
  entriesIn(file: Uint8Array, passphrase: string): Promise<number>;
  /** How many entries were said to be written. */
  entriesSaid(saved: Saved): number;
}

const PASSPHRASE = 'north route seven';

/** `newDevice` makes one on which two readings wait. */
export function describeFileSaver<Saved>(
  name: string,
  newDevice: () => Promise<FileSaverUnderTest<Saved>>,
): void {
  describe(`${name}, saving handover files`, () => {
    test('another device opens the file, and finds what was said to be in it', async () => {
      const device = await newDevice();
      const answer = await device.saver.save(PASSPHRASE);
      if (answer.kind !== 'DONE') throw new Error(`Not saved: ${JSON.stringify(answer)}`);
      const file = await device.written();
      if (file === null) throw new Error('No file was written');
      expect([device.entriesSaid(answer.value), await device.entriesIn(file, PASSPHRASE)]).toEqual([2, 2]);
      // What waits goes on waiting: the file may be lost on its way.
      expect((await device.saver.save(PASSPHRASE)).kind).toBe('DONE');
    });

    test('a passphrase that is too short is refused, and nothing is written', async () => {
      const device = await newDevice();
      expect(await device.saver.save('short')).toMatchObject({
        kind: 'REFUSED',
        refusal: { kind: 'FILE', code: 'WEAK_PASSPHRASE' },
      });
      expect(await device.written()).toBeNull();
    });

    test('who thinks better of it has no file, and nothing is wrong', async () => {
      const device = await newDevice();
      device.cancelFromNowOn();
      expect(await device.saver.save(PASSPHRASE)).toEqual({ kind: 'CANCELLED' });
      expect(await device.written()).toBeNull();
    });
  });
}
