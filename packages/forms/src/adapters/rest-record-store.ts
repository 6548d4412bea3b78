/** Saves records through the REST API. */
import type { Problem } from '@wellpulse/contracts';
import { troubleOf, type Trouble } from '@wellpulse/domain';
import type { RecordAnswer } from '../record/record-store.ts';
import type { Answer } from './rest-entry-store.ts';

/** Reads a record as the API gives it; a schema of the contracts does. */
export interface RecordReader<Row> {
  safeParse(given: unknown): { readonly data?: Row | undefined };
}

/**
 * What an answer of the API says of a record. A stale version is answered with the record as it is now, which `schema` reads.
 *
 * @example
 * const store = { save: async (values) => recordAnswer(await update(values), wellSchema) };
 */
export function recordAnswer<Row>(answer: Answer<Row>, schema: RecordReader<Row>): RecordAnswer<Row> {
  if (answer.ok) return { kind: 'SAVED', record: answer.value };
  const { problem } = answer;
  const trouble = troubleOfProblem(problem);
  if (problem?.code === 'VERSION_CONFLICT')
    return { kind: 'STALE', trouble, newer: schema.safeParse(problem.current).data ?? null };
  return { kind: 'REFUSED', trouble, errors: problem?.errors ?? [] };
}

/** A problem of the API as a trouble; null: no answer came. */
export const troubleOfProblem = (problem: Problem | null): Trouble =>
  problem === null ? troubleOf('NO_ANSWER') : { code: problem.code, detail: problem.detail ?? null };
