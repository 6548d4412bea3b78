import type { OfflineRefusal } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { refusalSentence } from '../production/phase-words.ts';

/**
 * Why nobody was let in.
 *
 * @example
 * if (form.refusal !== null) show(sessionSentence(words, form.refusal));
 */
export function sessionSentence(words: Words, refusal: OfflineRefusal): string {
  if (!('trouble' in refusal)) return words.formatRefusal(refusal);
  const { code, detail } = refusal.trouble;
  // Whoever types passwords and PINs knows of no requests.
  if (code === 'TOO_MANY_REQUESTS' && detail === null) return words.sessionWords.tooManyTries;
  return refusalSentence(words, refusal.trouble);
}

/**
 * When it may be tried again, for a button that counts down.
 *
 * @example
 * <Button disabled={wait > 0}>{wait > 0 ? retryWords(words, wait) : sessionWords.signIn}</Button>
 */
export const retryWords = ({ sessionWords }: Words, seconds: number): string =>
  seconds < 90 ? sessionWords.retryInSeconds(seconds) : sessionWords.retryInMinutes(Math.ceil(seconds / 60));
