import { NetworkError } from '@wellpulse/api-client';
import { MESSAGES, PROBLEM_CODES, type ProblemCode } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { ProblemError } from './api.ts';
import { fieldMessages, problemSentence, problemWords } from './problem-words.ts';

const en = createWords('en');
const es = createWords('es');

const aProblem = (
  code: ProblemCode,
  given: { detail?: string; errors?: { path: string; message: string }[] } = {},
  retryAfterSeconds: number | null = null,
) =>
  new ProblemError(
    { type: 'about:blank', title: en.problemTitles[code], status: 400, code, requestId: 'r-1', ...given },
    retryAfterSeconds,
  );

const ERRORS = [
  ...PROBLEM_CODES.map((code) => aProblem(code)),
  ...Object.values(MESSAGES).map((detail) => aProblem('VALIDATION_FAILED', { detail })),
  ...[1, 89, 90, 3600].map((seconds) => aProblem('TOO_MANY_REQUESTS', {}, seconds)),
  new NetworkError('The server cannot be reached'),
  new TypeError('Cannot read properties of undefined'),
];

test('in Spanish no sentence of a problem stays English', () => {
  const stays = ERRORS.filter((error) => {
    const english = problemWords(en, error);
    const spanish = problemWords(es, error);
    return (
      spanish.title === english.title ||
      (english.detail !== undefined && spanish.detail === english.detail) ||
      problemSentence(es, error).includes(english.title)
    );
  });
  expect(stays).toEqual([]);
});

test('a refused form says each of its messages in Spanish', () => {
  const errors = Object.entries(MESSAGES).map(([path, message]) => ({ path, message }));
  const said = fieldMessages(es, aProblem('VALIDATION_FAILED', { errors }));
  expect(Object.keys(said)).toHaveLength(errors.length);
  expect(errors.filter(({ path, message }) => said[path] === message)).toEqual([]);
});
