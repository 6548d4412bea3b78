/** What went wrong, in words that a person can act on. */
import { NetworkError } from '@wellpulse/api-client';
import type { ProblemText } from '@wellpulse/ui';
import { ProblemError } from './api.ts';

export function problemWords(error: unknown): ProblemText {
  if (error instanceof ProblemError) {
    const { title, detail, code, requestId } = error.problem;
    return { title, detail: detail ?? waitWords(error.retryAfterSeconds), code, requestId };
  }
  if (error instanceof NetworkError) {
    return {
      title: 'The server cannot be reached',
      detail: 'Check the connection, then try again. What you typed is still here.',
    };
  }
  return { title: 'This page met an error of its own', detail: 'Reload the page and try again.' };
}

/** One sentence, for a toast or a line under a form. */
export function problemSentence(error: unknown): string {
  const { title, detail } = problemWords(error);
  return detail === undefined ? `${title}.` : `${title}. ${detail}`;
}

export function waitWords(seconds: number | null): string | undefined {
  if (seconds === null) return undefined;
  if (seconds < 90) return `Try again in ${Math.max(1, Math.ceil(seconds))} seconds.`;
  return `Try again in ${Math.ceil(seconds / 60)} minutes.`;
}

/** The messages of a refused form by field. Empty for a problem that concerns no field. */
export function fieldMessages(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof ProblemError)) return {};
  return Object.fromEntries((error.problem.errors ?? []).map(({ path, message }) => [path, message]));
}
