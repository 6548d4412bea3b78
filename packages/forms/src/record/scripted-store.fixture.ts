/** A store that answers as a test says. */
import type { RecordAnswer, RecordStore } from './record-store.ts';

/** Keeps what was to be saved. Without an answer of the script it answers that nothing was saved, and nothing is wrong. */
export interface ScriptedStore<Row, Values> extends RecordStore<Row, Values> {
  /** Answers to come, the next one first. */
  readonly answers: RecordAnswer<Row>[];
  readonly saved: Values[];
}

export function scriptedStore<Row, Values>(): ScriptedStore<Row, Values> {
  const answers: RecordAnswer<Row>[] = [];
  const saved: Values[] = [];
  return {
    answers,
    saved,
    save: (values) => {
      saved.push(values);
      return Promise.resolve(answers.shift() ?? { kind: 'HELD' });
    },
  };
}
