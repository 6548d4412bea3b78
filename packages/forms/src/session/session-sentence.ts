import type { OfflineRefusal } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { refusalSentence } from '../production/phase-words.ts';

/**
 * Why nobody was let in.
 *
 * @example
 * if (form.refusal !== null) show(sessionSentence(words, form.refusal));
 */
export const sessionSentence = (words: Words, refusal: OfflineRefusal): string =>
  'trouble' in refusal ? refusalSentence(words, refusal.trouble) : words.formatRefusal(refusal);
