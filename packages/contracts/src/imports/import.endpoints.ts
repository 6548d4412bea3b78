import { z } from 'zod';
import { endpoint, LONGEST_UPLOAD_MS, MULTIPART_BYTES } from '../endpoint/endpoint.ts';
import { uuidSchema } from '../fields/fields.ts';
import { queryBoolean } from '../fields/lists.ts';
import { IMPORT_TOO_LARGE, importResultSchema, MAX_IMPORT_BYTES } from './import.ts';

export const importEndpoints = {
  production: endpoint({
    method: 'POST',
    path: '/imports/production',
    access: 'MANAGE',
    summary: 'Import daily production from a CSV file: multipart with `mapping` (JSON) before `file`',
    tag: 'Import',
    query: z.object({
      dryRun: queryBoolean.default(false),
      importId: uuidSchema.optional().meta({ description: 'Names the import in the live progress' }),
    }),
    consumes: 'multipart/form-data',
    bodyLimit: {
      bytes: MAX_IMPORT_BYTES + MULTIPART_BYTES,
      milliseconds: LONGEST_UPLOAD_MS,
      tooLarge: IMPORT_TOO_LARGE,
    },
    status: 200,
    answer: importResultSchema,
    problems: ['PAYLOAD_TOO_LARGE', 'UNSUPPORTED_MEDIA_TYPE'],
  }),
};
