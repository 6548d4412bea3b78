/** A batch travels under a key of its own; the same key again is the same batch again. */
import type { SyncAnswer } from '@wellpulse/contracts';

export interface AnsweredBefore {
  /** The same text for the same body. */
  readonly bodyHash: string;
  readonly answer: SyncAnswer;
}

/** Whether the key is new, was used for this body, which gets the same answer again, or for another body. */
export type KnownAnswer = 'NEW' | 'KEY_REUSED' | SyncAnswer;

/** `before` is what was answered under this key to this user. */
export function knownAnswer(before: AnsweredBefore | undefined, bodyHash: string): KnownAnswer {
  if (before === undefined) return 'NEW';
  return before.bodyHash === bodyHash ? before.answer : 'KEY_REUSED';
}
