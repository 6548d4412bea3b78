/** Answers of the API as the stores of forms take them: a problem is a value, and so is that no answer came. */
import { NetworkError } from '@wellpulse/api-client';
import type { Answer } from '@wellpulse/forms/rest';
import { problemOf } from './api.ts';

/** Rejects only with what is no answer of the API. */
export async function answerOf<Value>(asked: Promise<Value>): Promise<Answer<Value>> {
  try {
    return { ok: true, value: await asked };
  } catch (error) {
    const problem = problemOf(error);
    if (problem === null && !(error instanceof NetworkError)) throw error;
    return { ok: false, problem };
  }
}
