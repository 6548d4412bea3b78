/** Sends an import. `XMLHttpRequest` is used because `fetch` does not tell how much of a body has gone. */
import { NetworkError } from '@wellpulse/api-client';
import {
  endpoints,
  importResultSchema,
  problemSchema,
  type ImportMapping,
  type ImportResult,
} from '@wellpulse/contracts';
import { addressOf, ProblemError } from '../../lib/api.ts';

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
export function runImport(run: ImportToRun): Promise<ImportResult> {
  const { file, mapping, dryRun, importId, signal, onUploaded } = run;
  const body = new FormData();
  body.set('mapping', JSON.stringify(mapping));
  body.set('file', file);
  const query = { dryRun: String(dryRun), importId };
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', addressOf(endpoints.imports.production, { query }));
    request.setRequestHeader('accept', 'application/json');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onUploaded(loaded, total);
    });
    request.addEventListener('load', () => {
      settle(request, resolve, reject);
    });
    request.addEventListener('error', () => {
      reject(new NetworkError('The upload broke off'));
    });
    request.addEventListener('abort', () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('Cancelled'));
    });
    signal.addEventListener('abort', () => {
      request.abort();
    });
    request.send(body);
  });
}

function settle(
  request: XMLHttpRequest,
  resolve: (result: ImportResult) => void,
  reject: (error: Error) => void,
): void {
  const answer = parseJson(request.responseText);
  const result = importResultSchema.safeParse(answer);
  if (request.status === 200 && result.success) {
    resolve(result.data);
    return;
  }
  const problem = problemSchema.safeParse(answer);
  reject(problem.success ? new ProblemError(problem.data) : new NetworkError('The answer could not be read'));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
