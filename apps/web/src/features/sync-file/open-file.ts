/** Opens a `.wellpulse` file in this browser: neither the passphrase nor what is inside leaves it until it is sent. */
import type { OpenedExport } from '@wellpulse/offline/export-file';
import { words } from '../../lib/language.ts';
import { problemSentence } from '../../lib/problem-words.ts';

/** Of a file that can't be taken, in words for the person. */
export class FileRefused extends Error {
  override readonly name = 'FileRefused';
}

/** Throws `FileRefused`. The code that opens files is loaded when the first one is opened. */
export async function openFile(file: File, passphrase: string, tenantId: string): Promise<OpenedExport> {
  const { ExportFileError, openExport } = await import('@wellpulse/offline/export-file');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const content = await openExport(bytes, passphrase).catch((error: unknown) => {
    throw error instanceof ExportFileError ? new FileRefused(words.exportFileErrors[error.code]) : error;
  });
  if (content.manifest.tenantId !== tenantId) {
    throw new FileRefused(words.otherTenantsFile);
  }
  return content;
}

export const refusalSentence = (error: unknown): string =>
  error instanceof FileRefused ? error.message : problemSentence(words, error);
