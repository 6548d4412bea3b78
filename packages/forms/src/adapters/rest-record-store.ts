/** Saves records through the REST API. */
import type { Problem } from '@wellpulse/contracts';
import { troubleOf, type Trouble } from '@wellpulse/domain';
import type { NewOrChange, RecordAnswer, RecordStore } from '../record/record-store.ts';
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

/**
 * A problem of the API as a trouble; null: no answer came.
 *
 * @example
 * if (!answer.ok) show(refusalSentence(words, troubleOfProblem(answer.problem)));
 */
export const troubleOfProblem = (problem: Problem | null): Trouble =>
  problem === null ? troubleOf('NO_ANSWER') : { code: problem.code, detail: problem.detail ?? null };

/** The two requests by which a kind of record is saved. */
export interface RecordApi<Row, New, Change> {
  readonly create: (values: New) => Promise<Answer<Row>>;
  /** `base` is the record that is changed. */
  readonly update: (changes: Change, base: Row) => Promise<Answer<Row>>;
}

/**
 * Records that are added and changed.
 *
 * @example
 * const store = restRecordStore({ create, update }, equipmentSchema);
 */
export const restRecordStore = <Row, New, Change>(
  api: RecordApi<Row, New, Change>,
  schema: RecordReader<Row>,
): RecordStore<Row, NewOrChange<New, Change>> => ({
  save: async (given, base) => {
    if (given.kind === 'NEW') return recordAnswer(await api.create(given.values), schema);
    if (base === null) throw new Error('A change has a record that it changes');
    return recordAnswer(await api.update(given.changes, base), schema);
  },
});
