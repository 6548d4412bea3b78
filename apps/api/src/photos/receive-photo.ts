/** Receives the multipart body of a photo: the file, and what its sender knows of it. */
import {
  fieldErrors,
  MAX_PHOTO_BYTES,
  PHOTO_OVER_LIMIT,
  photoUploadRequestSchema,
} from '@wellpulse/contracts';
import type { IncomingMessage } from 'node:http';
import type { z } from 'zod';
import { parseJsonField, withMultipart } from '../http/bodies/multipart.ts';
import { ProblemError } from '../http/problems/problem-error.ts';

/** What may be said beside the file. Size and format are seen from the file itself. */
const saidSchema = photoUploadRequestSchema
  .pick({ photoId: true, sha256: true, takenAt: true, location: true })
  .partial();
export type SaidOfPhoto = z.output<typeof saidSchema>;

const LIMITS = {
  fileBytes: MAX_PHOTO_BYTES,
  fieldBytes: 4 * 1024,
  file: 'the photo',
  tooLarge: PHOTO_OVER_LIMIT,
};

/** Hands the upload to `use` and removes its file afterwards, whatever happened. */
export const withPhoto = <Result>(
  request: IncomingMessage,
  use: (upload: { readonly said: SaidOfPhoto; readonly filePath: string }) => Promise<Result>,
): Promise<Result> =>
  withMultipart(request, LIMITS, ({ fields, filePath }) => use({ said: readFields(fields), filePath }));

function readFields(fields: ReadonlyMap<string, string>): SaidOfPhoto {
  const { location, ...rest } = Object.fromEntries([...fields].filter(([, value]) => value !== ''));
  const parsed = saidSchema.safeParse({
    ...rest,
    ...(location === undefined ? {} : { location: parseJsonField('location', location) }),
  });
  if (!parsed.success) throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error) });
  return parsed.data;
}
