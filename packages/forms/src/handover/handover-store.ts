/** The ports of handover files: a dashboard opens one and sends what is in it, a device takes one over or saves one. */
import type { ExportFileErrorCode, OfflineRefusal } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { faultOf } from '../saving/fault.ts';
import { refusalSentence } from '../production/phase-words.ts';

/** Why a file was not opened, or not saved. */
export type HandoverRefusal =
  | { readonly kind: 'FILE'; readonly code: ExportFileErrorCode }
  | { readonly kind: 'REFUSED'; readonly refusal: OfflineRefusal };

/** What came of a file. */
export type HandoverAnswer<Value> =
  | { readonly kind: 'DONE'; readonly value: Value }
  | { readonly kind: 'REFUSED'; readonly refusal: HandoverRefusal };

/** The person thought better of it. */
export interface CancelledFile {
  readonly kind: 'CANCELLED';
}

/** Opens files. `File` is what a platform calls a file that a person has chosen, or will choose when they are asked. */
export interface FileOpener<File, Opened> {
  open(file: File, passphrase: string): Promise<HandoverAnswer<Opened> | CancelledFile>;
}

/** Saves what waits on a device as a file. */
export interface FileSaver<Saved> {
  save(passphrase: string): Promise<HandoverAnswer<Saved> | CancelledFile>;
}

/** Why, in words. */
export function handoverSentence(words: Words, refused: HandoverRefusal): string {
  if (refused.kind === 'FILE') return words.exportFileErrors[refused.code];
  const { refusal } = refused;
  return 'trouble' in refusal ? refusalSentence(words, refusal.trouble) : words.formatRefusal(refusal);
}

/** What nobody expected, as an answer. */
export const refusedByFault = (error: unknown): Extract<HandoverAnswer<never>, { kind: 'REFUSED' }> => ({
  kind: 'REFUSED',
  refusal: { kind: 'REFUSED', refusal: { code: 'REFUSED', trouble: faultOf(error) } },
});
