/** What the import form sends through REST, against the API itself: the contract of `ImportStore`. */
import { endpoints, importMappingSchema, importResultSchema, problemSchema } from '@wellpulse/contracts';
import { toPreview } from '@wellpulse/forms';
import { restImportStore } from '@wellpulse/forms/rest';
import { describeImportStore, type ImportStoreUnderTest } from '@wellpulse/forms/testing';
import { aWell, uniqueSlug } from '@wellpulse/testing';
import { afterAll } from 'vitest';
import { startApi } from '../support/harness.ts';
import { importForm, postImport } from '../support/import-csv.ts';

const { wells, production } = endpoints;
const api = await startApi();
afterAll(() => api.stop());
const { manager, viewer } = api.acme;

const store = restImportStore<string>({
  read: async (text, delimiter) => toPreview(text, true, delimiter),
  newId: () => crypto.randomUUID(),
  send: ({ file, mapping, dryRun, importId, onSent }) => {
    let isCancelled = false;
    const send = async () => {
      const query = { dryRun: dryRun ? 'true' : 'false', importId } as const;
      const response = await postImport(manager, importForm(file, mapping), query);
      if (isCancelled) return null;
      onSent(file.length, file.length);
      const body: unknown = await response.json();
      return response.ok
        ? { ok: true as const, value: importResultSchema.parse(body) }
        : { ok: false as const, problem: problemSchema.parse(body) };
    };
    return {
      done: send(),
      cancel: () => {
        isCancelled = true;
      },
    };
  },
});

describeImportStore('the REST API', async (): Promise<ImportStoreUnderTest<string>> => {
  const { id: wellId, name } = await manager.ask(wells.create, { body: aWell({ name: uniqueSlug('Well') }) });
  return {
    store,
    fileOf: (text) => text,
    well: name,
    mapping: importMappingSchema.parse({
      well: { column: 'well', by: 'NAME' },
      date: { column: 'day', format: 'yyyy-MM-dd' },
      oil: { column: 'oil', unit: 'BBL' },
    }),
    oil: async () => {
      const { items } = await viewer.ask(production.list, { params: { wellId }, query: { order: 'asc' } });
      return items.map(({ oilVolume }) => oilVolume);
    },
  };
});
