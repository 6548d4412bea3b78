/** What went wrong, in words that a person can act on. The wire speaks English; `words` says it in the person's language. */
import { NetworkError } from '@wellpulse/api-client';
import type { ProblemText } from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { ProblemError } from './api.ts';

export function problemWords(words: Words, error: unknown): ProblemText {
  if (error instanceof ProblemError) {
    const { detail, code, requestId } = error.problem;
    return {
      title: words.problemTitles[code],
      detail: detail === undefined ? waitWords(words, error.retryAfterSeconds) : words.formatMessage(detail),
      code,
      requestId,
    };
  }
  const { requestWords } = words;
  if (error instanceof NetworkError) {
    return {
      title: requestWords.unreachable,
      detail: requestWords.unreachableHint,
    };
  }
  return { title: requestWords.ownFault, detail: requestWords.ownFaultHint };
}

/** One sentence, for a toast or a line under a form. */
export function problemSentence(words: Words, error: unknown): string {
  const { title, detail } = problemWords(words, error);
  return detail === undefined ? `${title}.` : `${title}. ${detail}`;
}

function waitWords({ requestWords }: Words, seconds: number | null): string | undefined {
  if (seconds === null) return undefined;
  if (seconds < 90) return requestWords.waitSeconds(Math.max(1, Math.ceil(seconds)));
  return requestWords.waitMinutes(Math.ceil(seconds / 60));
}

/** The messages of a refused form by field. Empty for a problem that concerns no field. */
export function fieldMessages(words: Words, error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map(({ path, message }) => [path, words.formatMessage(message)]),
  );
}
