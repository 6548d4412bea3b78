/** Receives the multipart body of an import: the mapping and the CSV file. */
import { fieldErrors, importMappingSchema, MAX_IMPORT_BYTES, type ImportMapping } from '@wellpulse/contracts';
import type { IncomingMessage } from 'node:http';
import { badField, parseJsonField, withMultipart } from '../http/multipart.ts';
import { ProblemError } from '../http/problem-error.ts';

export interface Upload {
  readonly mapping: ImportMapping;
  readonly filePath: string;
}

const LIMITS = {
  fileBytes: MAX_IMPORT_BYTES,
  fieldBytes: 64 * 1024,
  file: 'the CSV file',
  tooLarge: 'A file has at most 200 MB',
};

/** Hands the upload to `use` and removes its file afterwards, whatever happened. */
export const withUpload = <Result>(
  request: IncomingMessage,
  use: (upload: Upload) => Promise<Result>,
): Promise<Result> =>
  withMultipart(request, LIMITS, ({ fields, filePath }) =>
    use({ mapping: readMapping(fields.get('mapping')), filePath }),
  );

function readMapping(text: string | undefined): ImportMapping {
  if (text === undefined) throw badField('mapping', 'Send the mapping as JSON in the part "mapping"');
  const parsed = importMappingSchema.safeParse(parseJsonField('mapping', text));
  if (!parsed.success) {
    throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error, ['mapping']) });
  }
  return parsed.data;
}
