/** What everything that opens handover files must do. Each platform's tests call this with its opener, and files of a device. */
import { describe, expect, test } from 'vitest';
import type { CancelledFile, FileOpener, HandoverAnswer } from '../handover/handover-store.ts';

/** An opener, and files for it. */
export interface FileOpenerUnderTest<File, Opened> {
  readonly opener: FileOpener<File, Opened>;
  /** How many readings are in `saved`. */
  readonly entries: number;
  /** What a device of this company saved. */
  saved(passphrase: string): Promise<Uint8Array>;
  /** What a device of another company saved. */
  savedElsewhere(passphrase: string): Promise<Uint8Array>;
  /** A file as a person chooses it. */
  fileOf(bytes: Uint8Array): File;
  /** How many entries it tells of. */
  entriesIn(opened: Opened): number;
}

const PASSPHRASE = 'north route seven';

/** `newPlace` makes one that has heard of no file. */
export function describeFileOpener<File, Opened>(
  name: string,
  newPlace: () => Promise<FileOpenerUnderTest<File, Opened>>,
): void {
  describe(`${name}, opening handover files`, () => {
    const opened = async (place: FileOpenerUnderTest<File, Opened>, bytes: Uint8Array): Promise<number> => {
      const answer = await place.opener.open(place.fileOf(bytes), PASSPHRASE);
      if (answer.kind !== 'DONE') throw new Error(`Refused: ${JSON.stringify(answer)}`);
      return place.entriesIn(answer.value);
    };
    const refusal = (answer: HandoverAnswer<Opened> | CancelledFile): unknown =>
      answer.kind === 'REFUSED' ? answer.refusal : answer.kind;
    const fault = (code: string) => ({ kind: 'FILE', code });

    test('its passphrase opens a file, as often as somebody asks', async () => {
      const place = await newPlace();
      const bytes = await place.saved(PASSPHRASE);
      expect([await opened(place, bytes), await opened(place, bytes)]).toEqual([
        place.entries,
        place.entries,
      ]);
    });

    test('another passphrase does not, and is told from a file that is no export', async () => {
      const place = await newPlace();
      const file = place.fileOf(await place.saved(PASSPHRASE));
      expect(refusal(await place.opener.open(file, `${PASSPHRASE}!`))).toEqual(fault('WRONG_PASSPHRASE'));
      const letter = place.fileOf(Uint8Array.from('Dear Jo, '.repeat(40), (sign) => sign.charCodeAt(0)));
      expect(refusal(await place.opener.open(letter, PASSPHRASE))).toEqual(fault('NOT_AN_EXPORT'));
    });

    test('a file that is cut off or damaged is refused whole', async () => {
      const place = await newPlace();
      const bytes = await place.saved(PASSPHRASE);
      const cut = place.fileOf(bytes.slice(0, -9));
      expect(refusal(await place.opener.open(cut, PASSPHRASE))).toEqual(fault('FILE_DAMAGED'));
      const damaged = bytes.map((byte, at) => (at === bytes.length - 9 ? byte ^ 1 : byte));
      const answer = await place.opener.open(place.fileOf(damaged), PASSPHRASE);
      expect(refusal(answer)).toEqual(fault('FILE_DAMAGED'));
    });

    test('what belongs to another company stays out', async () => {
      const place = await newPlace();
      const file = place.fileOf(await place.savedElsewhere(PASSPHRASE));
      expect(refusal(await place.opener.open(file, PASSPHRASE))).toMatchObject({
        kind: 'REFUSED',
        refusal: { code: 'OTHER_TENANT' },
      });
    });
  });
}
