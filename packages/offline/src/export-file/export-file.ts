/**
 * A `.wellpulse` file: what a device could not send, sealed with a passphrase. Another device of the same tenant or the
 * dashboard opens it. Pure: the same code opens a file and makes it. `parts.ts` says what is inside, `sealed-stream.ts` how
 * it is sealed.
 */
import { inPieces, wholeOf } from '../lib/pieces.ts';
import type { ExportContent } from './container.ts';
import { decodeParts, encodeParts, type ExportPart, type ReadPart } from './parts.ts';
import { seal, unseal } from './sealed-stream.ts';

export * from './container.ts';
export { ExportFileError } from './export-file-error.ts';
export type { ExportPart, ReadPart } from './parts.ts';

/** The file's bytes, in pieces. The first part is the head. Throws `WEAK_PASSPHRASE` for less than 8 characters. */
export const sealParts = (
  parts: AsyncIterable<ExportPart> | Iterable<ExportPart>,
  passphrase: string,
  random: (bytes: number) => Uint8Array,
): AsyncIterable<Uint8Array> => seal(encodeParts(parts), passphrase, random);

/**
 * Checks the passphrase, and gives a function that reads the parts from the beginning, at each call. `source` does so with
 * the file's bytes. Throws `ExportFileError`: it says whether the file is another one, cut off, or the passphrase wrong.
 * Damage far behind is met while the parts are read.
 */
export async function openParts(
  source: () => AsyncIterable<Uint8Array>,
  passphrase: string,
): Promise<() => AsyncIterable<ReadPart>> {
  const plain = await unseal(source, passphrase);
  return () => decodeParts(plain());
}

/**
 * A file that is known to be small, at once.
 *
 * @example
 * const file = await sealExport({ manifest, photoBytes }, passphrase, randomBytes);
 * await writeDurably('truck-7.wellpulse', file);
 */
export const sealExport = (
  content: ExportContent,
  passphrase: string,
  random: (bytes: number) => Uint8Array,
): Promise<Uint8Array> => wholeOf(sealParts(partsOf(content), passphrase, random));

function* partsOf({ manifest, photoBytes }: ExportContent): Generator<ExportPart, void, undefined> {
  const { events, photos, ...head } = manifest;
  yield { kind: 'HEAD', head };
  for (const event of events) yield { kind: 'EVENT', event };
  for (const [index, photo] of photos.entries()) {
    yield { kind: 'PHOTO', photo, pieces: () => inPieces(photoBytes[index] ?? new Uint8Array()) };
  }
}
