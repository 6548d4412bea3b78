/** Receives the multipart body of an import: the mapping and the CSV file. */
import {
  fieldErrors,
  IMPORT_TOO_LARGE,
  importMappingSchema,
  MAX_IMPORT_BYTES,
  type ImportMapping,
  message,
} from '@wellpulse/contracts';
import type { IncomingMessage } from 'node:http';
import { badField, parseJsonField, withMultipart } from '../http/bodies/multipart.ts';
import { ProblemError } from '../http/problems/problem-error.ts';

export interface Upload {
  readonly mapping: ImportMapping;
  readonly filePath: string;
}

const LIMITS = {
  fileBytes: MAX_IMPORT_BYTES,
  fieldBytes: 64 * 1024,
  file: 'the CSV file',
  tooLarge: IMPORT_TOO_LARGE,
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
  if (text === undefined) throw badField('mapping', message('mappingMissing'));
  const parsed = importMappingSchema.safeParse(parseJsonField('mapping', text));
  if (!parsed.success) {
    throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error, ['mapping']) });
  }
  return parsed.data;
}
