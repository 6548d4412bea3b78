/** Imports files of readings through the REST API. */
import type { ImportResult } from '@wellpulse/contracts';
import type { ImportAnswer, ImportJob, ImportStore, ImportUnderWay } from '../imports/import-store.ts';
import type { Answer } from './rest-entry-store.ts';
import { troubleOfProblem } from './rest-record-store.ts';

/** What a platform sends: a job under the id that names it in the live progress. */
export interface NamedImportJob<File> extends ImportJob<File> {
  readonly importId: string;
}

/** How a platform reads and sends files. */
export interface ImportApi<File> {
  readonly read: ImportStore<File>['read'];
  /** The answer of the API; null once it was cancelled. */
  send(job: NamedImportJob<File>): Pick<ImportUnderWay, 'cancel'> & {
    readonly done: Promise<Answer<ImportResult> | null>;
  };
  newId(): string;
}

/**
 * Imports through the API.
 *
 * @example
 * const form = new ImportForm(restImportStore(api), storage, owner);
 */
export const restImportStore = <File>(api: ImportApi<File>): ImportStore<File> => ({
  read: (file, delimiter) => api.read(file, delimiter),
  start: (job) => {
    const importId = api.newId();
    const { done, cancel } = api.send({ ...job, importId });
    return { importId, done: done.then(importAnswer), cancel };
  },
});

function importAnswer(answer: Answer<ImportResult> | null): ImportAnswer {
  if (answer === null) return { kind: 'CANCELLED' };
  if (answer.ok) return { kind: 'DONE', result: answer.value };
  const { problem } = answer;
  return { kind: 'REFUSED', trouble: troubleOfProblem(problem), errors: problem?.errors ?? [] };
}
