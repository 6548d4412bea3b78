/** Sends an import. */
import { endpoints, importResultSchema, type ImportMapping, type ImportResult } from '@wellpulse/contracts';
import { addressOf } from '../../lib/api.ts';
import { readAnswer, upload } from '../../lib/send-bytes.ts';

export interface ImportToRun {
  readonly file: File;
  readonly mapping: ImportMapping;
  readonly dryRun: boolean;
  /** Names the import in the live progress. */
  readonly importId: string;
  readonly signal: AbortSignal;
  /** How many bytes have gone, of how many. */
  readonly onUploaded: (sent: number, total: number) => void;
}

/** Rejects with `ProblemError`, `NetworkError`, or the signal's reason. */
export async function runImport(run: ImportToRun): Promise<ImportResult> {
  const { file, mapping, dryRun, importId, signal, onUploaded } = run;
  const body = new FormData();
  body.set('mapping', JSON.stringify(mapping));
  body.set('file', file);
  const query = { dryRun: String(dryRun), importId };
  const answer = await upload({
    method: 'POST',
    url: addressOf(endpoints.imports.production, { query }),
    headers: { accept: 'application/json' },
    body,
    signal,
    onProgress: onUploaded,
  });
  return readAnswer(answer, importResultSchema);
}
