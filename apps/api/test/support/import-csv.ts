import { urlOf } from '@wellpulse/api-client';
import {
  endpoints,
  type EndpointRequest,
  type ImportMappingInput,
  importResultSchema,
} from '@wellpulse/contracts';
import type { ApiCaller } from '@wellpulse/testing';

type Query = EndpointRequest<(typeof endpoints)['imports']['production']>['query'];

/** The multipart body of an import. */
export function importForm(csv: BlobPart, mapping: unknown): FormData {
  const form = new FormData();
  form.set('mapping', JSON.stringify(mapping));
  form.set('file', new Blob([csv]), 'readings.csv');
  return form;
}

export const postImport = (caller: ApiCaller, body: BodyInit, query: Query = {}): Promise<Response> =>
  caller.fetch(urlOf('', endpoints.imports.production, { query }), { method: 'POST', body });

/** Imports a file; throws if it is refused as a whole. */
export async function importCsv(
  caller: ApiCaller,
  csv: BlobPart,
  mapping: ImportMappingInput,
  query: Query = {},
) {
  const response = await postImport(caller, importForm(csv, mapping), query);
  const text = await response.text();
  if (!response.ok) throw new Error(`The import was refused: ${text}`);
  return importResultSchema.parse(JSON.parse(text));
}
