/** Sends bytes. `XMLHttpRequest` is used because `fetch` does not tell how much of a body has gone. */
import { NetworkError } from '@wellpulse/api-client';
import { problemSchema } from '@wellpulse/contracts';
import type { z } from 'zod';
import { ProblemError } from './api.ts';

export interface Upload {
  readonly method: 'POST' | 'PUT';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: XMLHttpRequestBodyInit;
  readonly signal: AbortSignal;
  /** How many bytes have gone, of how many. */
  readonly onProgress: (sent: number, total: number) => void;
}

export interface UploadAnswer {
  readonly status: number;
  readonly text: string;
}

/** The answer, whatever it says. Rejects with `NetworkError` if none came, or with the signal's reason. */
export function upload({
  method,
  url,
  headers = {},
  body,
  signal,
  onProgress,
}: Upload): Promise<UploadAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(loaded, total);
    });
    request.addEventListener('load', () => {
      resolve({ status: request.status, text: request.responseText });
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

/** What the API answered to an upload. Throws `ProblemError`, or `NetworkError` for what can't be read. */
export function readAnswer<Value>({ status, text }: UploadAnswer, schema: z.ZodType<Value>): Value {
  const answer = parseJson(text);
  const value = schema.safeParse(answer);
  if (status < 300 && value.success) return value.data;
  const problem = problemSchema.safeParse(answer);
  throw problem.success ? new ProblemError(problem.data) : new NetworkError('The answer could not be read');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
