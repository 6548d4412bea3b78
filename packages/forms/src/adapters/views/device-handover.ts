/** The handover file of a device, both ways. A platform gives the place where it is written, and the bytes of the one that was chosen. */
import type { ExportFileError, Imported, OfflineClient, OfflineError } from '@wellpulse/offline';
import {
  refusedByFault,
  type FileOpener,
  type FileSaver,
  type CancelledFile,
  type HandoverAnswer,
} from '../../handover/handover-store.ts';

/** What stands in a file that was written. */
export interface SavedFile {
  readonly events: number;
  readonly photos: number;
}

/** Writes a file where the person wants it. False where they thought better of it. */
export type WriteFile = (name: string, pieces: AsyncIterable<Uint8Array>) => Promise<boolean>;

/** A file that a person chose. */
export interface ChosenFile {
  readonly name: string;
  /** Its bytes from the beginning, at each call. */
  readonly pieces: () => AsyncIterable<Uint8Array>;
}

/**
 * Saves what waits on a device. `onWritten` is told how far it is.
 *
 * @example
 * const form = new SaveFileForm(deviceFileSaver(client, write));
 */
export const deviceFileSaver = (
  client: Pick<OfflineClient, 'exportFile' | 'sessions'>,
  write: WriteFile,
  onWritten: (written: SavedFile) => void = () => undefined,
): FileSaver<SavedFile> => ({
  save: (passphrase) =>
    answerTo<SaveAnswer>(async () => {
      let written: SavedFile = { events: 0, photos: 0 };
      const pieces = client.exportFile(passphrase, ({ kind }) => {
        written = {
          events: written.events + (kind === 'EVENT' ? 1 : 0),
          photos: written.photos + (kind === 'PHOTO' ? 1 : 0),
        };
        onWritten(written);
      });
      const device = await client.sessions.device();
      const isWritten = await write(handoverFileName(device?.name ?? ''), pieces);
      return isWritten ? { kind: 'DONE', value: written } : { kind: 'CANCELLED' };
    }),
});

/**
 * Takes over what another device saved.
 *
 * @example
 * const form = new OpenFileForm(deviceFileOpener(client));
 */
export const deviceFileOpener = (
  client: Pick<OfflineClient, 'importFile'>,
): FileOpener<ChosenFile, Imported> => ({
  open: ({ pieces }, passphrase) =>
    answerTo<HandoverAnswer<Imported>>(async () => ({
      kind: 'DONE',
      value: await client.importFile(pieces, passphrase),
    })),
});

async function answerTo<Answer>(act: () => Promise<Answer>): Promise<Answer | Refused> {
  try {
    return await act();
  } catch (error) {
    if (isFileError(error)) return { kind: 'REFUSED', refusal: { kind: 'FILE', code: error.code } };
    if (isOfflineError(error))
      return { kind: 'REFUSED', refusal: { kind: 'REFUSED', refusal: error.refusal } };
    return refusedByFault(error);
  }
}

type SaveAnswer = HandoverAnswer<SavedFile> | CancelledFile;
type Refused = ReturnType<typeof refusedByFault>;

/** The offline client is known by its types only: what it throws is known by its name. */
const isFileError = (error: unknown): error is ExportFileError =>
  error instanceof Error && error.name === 'ExportFileError';
const isOfflineError = (error: unknown): error is OfflineError =>
  error instanceof Error && error.name === 'OfflineError';

const NAMELESS = 'device';

/**
 * What the file of a device is called.
 *
 * @example
 * handoverFileName('Truck 7'); // 'truck-7.wellpulse'
 */
export const handoverFileName = (device: string): string =>
  `${
    device
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '') || NAMELESS
  }.wellpulse`;
