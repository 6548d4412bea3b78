/**
 * Receives a multipart body with one file: the fields into memory, the file onto disk as it arrives, whichever comes
 * first. The file goes away with the request, so a slow sender costs no memory.
 */
import { message } from '@wellpulse/contracts';
import busboy from 'busboy';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../problems/problem-error.ts';

export interface MultipartForm {
  /** Those that were sent whole. */
  readonly fields: ReadonlyMap<string, string>;
  readonly filePath: string;
}

export interface MultipartLimits {
  readonly fileBytes: number;
  readonly fieldBytes: number;
  /** What the file is, for a caller who left it out, as in "the CSV file". */
  readonly file: string;
  /** What is said of a file that is larger. */
  readonly tooLarge: string;
}

/**
 * Hands the form to `use` and removes its file afterwards, whatever happened. Throws `VALIDATION_FAILED` without a part
 * `file`, `PAYLOAD_TOO_LARGE`, `UNSUPPORTED_MEDIA_TYPE`, and `MALFORMED_REQUEST` for a body that breaks off.
 */
export async function withMultipart<Result>(
  request: IncomingMessage,
  limits: MultipartLimits,
  use: (form: MultipartForm) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-upload-'));
  try {
    const filePath = path.join(folder, 'upload');
    return await use({ fields: await receive(request, filePath, limits), filePath });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const badField = (path: string, message: string): ProblemError =>
  new ProblemError('VALIDATION_FAILED', { errors: [{ path, message }] });

/** A field's JSON; throws `VALIDATION_FAILED` if it is none. */
export function parseJsonField(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw badField(name, message('notJson'));
  }
}

async function receive(
  request: IncomingMessage,
  filePath: string,
  limits: MultipartLimits,
): Promise<ReadonlyMap<string, string>> {
  const parser = openParser(request, limits);
  const fields = new Map<string, string>();
  let file: Promise<void> | undefined;
  parser.on('field', (name, value, { valueTruncated }) => {
    if (!valueTruncated) fields.set(name, value);
  });
  parser.on('file', (name, stream) => {
    if (name !== 'file' || file !== undefined) stream.resume();
    else file = store(stream, filePath, limits);
    // The code that awaits it hears of a failure; until then it must not count as unheard.
    file?.catch(() => undefined);
  });
  try {
    await pipeline(request, parser);
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('MALFORMED_REQUEST', {
      detail: message('uploadBrokeOff'),
    });
  }
  if (file === undefined) throw badField('file', message('filePartMissing', { file: limits.file }));
  await file;
  return fields;
}

function openParser(request: IncomingMessage, { fileBytes, fieldBytes }: MultipartLimits): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: { fileSize: fileBytes, fieldSize: fieldBytes, fields: 10, files: 2 },
    });
  } catch {
    throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', { detail: message('multipartExpected') });
  }
}

async function store(
  stream: Readable & { truncated?: boolean },
  filePath: string,
  { tooLarge }: MultipartLimits,
): Promise<void> {
  await pipeline(stream, createWriteStream(filePath));
  if (stream.truncated === true) throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: tooLarge });
}
