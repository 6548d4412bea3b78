/**
 * Receives the multipart body of an import: the mapping into memory, the file onto disk as it arrives, whichever
 * comes first. The file goes away with the import.
 */
import { fieldErrors, importMappingSchema, MAX_IMPORT_BYTES, type ImportMapping } from '@wellpulse/contracts';
import busboy from 'busboy';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProblemError } from '../http/problem-error.ts';

export interface Upload {
  readonly mapping: ImportMapping;
  readonly filePath: string;
}

const MAX_MAPPING_BYTES = 64 * 1024;

/** Hands the upload to `use` and removes its file afterwards, whatever happened. */
export async function withUpload<Result>(
  request: IncomingMessage,
  use: (upload: Upload) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-import-'));
  try {
    const filePath = path.join(folder, 'upload.csv');
    return await use({ mapping: readMapping(await receive(request, filePath)), filePath });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The text of the field `mapping`, once the whole body is here and the file is on disk. */
async function receive(request: IncomingMessage, filePath: string): Promise<string> {
  const parser = openParser(request);
  let mapping: string | undefined;
  let file: Promise<void> | undefined;
  parser.on('field', (name, value, { valueTruncated }) => {
    if (name === 'mapping' && !valueTruncated) mapping = value;
  });
  parser.on('file', (name, stream) => {
    if (name !== 'file' || file !== undefined) stream.resume();
    else file = store(stream, filePath);
    // Whoever awaits it hears of a failure; until then it must not count as unheard.
    file?.catch(() => undefined);
  });
  try {
    await pipeline(request, parser);
  } catch (cause) {
    if (cause instanceof ProblemError) throw cause;
    throw new ProblemError('MALFORMED_REQUEST', {
      detail: 'The upload broke off or is not multipart/form-data',
    });
  }
  if (file === undefined) throw missing('file', 'Send the CSV file as the part "file"');
  await file;
  if (mapping === undefined) throw missing('mapping', 'Send the mapping as JSON in the part "mapping"');
  return mapping;
}

function openParser(request: IncomingMessage): busboy.Busboy {
  try {
    return busboy({
      headers: request.headers,
      limits: { fileSize: MAX_IMPORT_BYTES, fieldSize: MAX_MAPPING_BYTES, fields: 10, files: 2 },
    });
  } catch {
    throw new ProblemError('UNSUPPORTED_MEDIA_TYPE', { detail: 'Send multipart/form-data' });
  }
}

async function store(stream: Readable & { truncated?: boolean }, filePath: string): Promise<void> {
  await pipeline(stream, createWriteStream(filePath));
  if (stream.truncated === true) {
    throw new ProblemError('PAYLOAD_TOO_LARGE', { detail: 'A file has at most 200 MB' });
  }
}

function readMapping(text: string): ImportMapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw missing('mapping', 'Is not JSON');
  }
  const parsed = importMappingSchema.safeParse(json);
  if (!parsed.success) {
    throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error, ['mapping']) });
  }
  return parsed.data;
}

const missing = (path: string, message: string): ProblemError =>
  new ProblemError('VALIDATION_FAILED', { errors: [{ path, message }] });
