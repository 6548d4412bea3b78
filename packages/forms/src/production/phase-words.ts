/** What is said of an entry that is not saved. */
import type { Words } from '@wellpulse/words';
import type { Trouble } from '@wellpulse/domain';
import type { SavePhase } from './entry-desk.ts';
import { questionSentence } from './questions.ts';

/**
 * Why an entry was refused, and what the person can do.
 *
 * @example
 * if (form.notSaved !== null) show(refusalSentence(words, form.notSaved.trouble));
 */
export function refusalSentence(words: Words, trouble: Trouble): string {
  const { unreachable, unreachableHint } = words.requestWords;
  return trouble.code === 'NO_ANSWER' ? `${unreachable}. ${unreachableHint}` : words.formatTrouble(trouble);
}

/**
 * One or more sentences; null while there is nothing to say. `isToday`: the entry is of the tenant's today.
 *
 * @example
 * phaseSentence(words, desk.phase(day), day.date === today); // 'Oil must not be negative.'
 */
export function phaseSentence(words: Words, phase: SavePhase | null, isToday: boolean): string | null {
  switch (phase?.kind) {
    case 'WRONG':
      return `${phase.errors.map(({ message }) => message).join('. ')}.`;
    case 'ASKED':
      return phase.questions.map((question) => questionSentence(words, question, isToday)).join('. ');
    case 'CONFLICT':
      return words.requestWords.savedMeanwhile;
    case 'REFUSED':
      return phase.errors.length > 0
        ? `${phase.errors.map(({ message }) => words.formatMessage(message)).join('. ')}.`
        : words.requestWords.notSaved(refusalSentence(words, phase.trouble));
    default:
      return null;
  }
}

/**
 * What is wrong with a box; undefined for nothing.
 *
 * @example
 * errorOfBox(words, desk.phase(day), 'oilVolume'); // 'Oil must not be negative'
 */
export function errorOfBox(words: Words, phase: SavePhase | null, field: string): string | undefined {
  if (phase?.kind !== 'WRONG' && phase?.kind !== 'REFUSED') return undefined;
  const message = phase.errors.find(({ path }) => path === field)?.message;
  return message === undefined || phase.kind === 'WRONG' ? message : words.formatMessage(message);
}
