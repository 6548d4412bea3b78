/** The form in which a person takes over a device, with the PIN or passphrase that opens their signing key. It needs no network. */
import type { OfflineRefusal } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { Observable } from '../state/observable.ts';
import { refusedByFault, type UnlockStore } from './session-store.ts';
import { sessionSentence } from './session-sentence.ts';

/** Somebody who has signed in on the device before. */
export interface KnownPerson {
  readonly id: string;
  readonly name: string;
}

/**
 * The form of taking over.
 *
 * @example
 * const form = new UnlockForm(store, people, elapsed);
 * form.choose(people[0].id);
 * form.type('2580');
 * const who = await form.submit(); // null if that did not open the key
 */
export class UnlockForm<Who> extends Observable {
  /** Who may take over, by name. */
  readonly people: readonly KnownPerson[];
  readonly #store: UnlockStore<Who>;
  #userId: string | null;
  #secret = '';
  #isOpening = false;
  #isMissing = false;
  #refusal: OfflineRefusal | null = null;
  #waitsUntil = 0;
  readonly #elapsed: () => number;

  /** Where only one person has signed in, they are chosen. `elapsed` gives milliseconds that only rise. */
  constructor(store: UnlockStore<Who>, people: readonly KnownPerson[], elapsed: () => number) {
    super();
    this.#store = store;
    this.#elapsed = elapsed;
    this.people = people;
    this.#userId = people.length === 1 ? (people[0]?.id ?? null) : null;
  }

  /** Who takes over; null while nobody is chosen. */
  get userId(): string | null {
    return this.#userId;
  }

  /** What stands in the box. */
  get secret(): string {
    return this.#secret;
  }

  /** Whether the key is being opened: that takes a second on purpose. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** Why it did not open, in words; undefined for nothing that still holds. */
  error(words: Words): string | undefined {
    if (this.#isMissing) return words.sessionWords.secretMissing;
    return this.#refusal === null ? undefined : sessionSentence(words, this.#refusal);
  }

  /** Whole seconds until the next try; 0 for at once. Nothing tells that one has passed: look again. */
  get secondsToWait(): number {
    return Math.max(0, Math.ceil((this.#waitsUntil - this.#elapsed()) / 1000));
  }

  /** Another person is here: what was typed is not theirs. Null for nobody yet. */
  choose(userId: string | null): void {
    if (userId === this.#userId) return;
    this.#userId = userId;
    this.type('');
  }

  /** The box holds this text. */
  type(secret: string): void {
    this.#secret = secret;
    this.#isMissing = false;
    this.#refusal = null;
    this.changed();
  }

  /** Opens the key. Who is at the device then; null for nobody. What did not open it is typed anew. */
  async submit(): Promise<Who | null> {
    const userId = this.#userId;
    if (userId === null || this.#isOpening || this.secondsToWait > 0) return null;
    if (this.#secret === '') {
      this.#isMissing = true;
      this.changed();
      return null;
    }
    this.#isOpening = true;
    this.changed();
    const answer = await this.#store.unlock(userId, this.#secret).catch(refusedByFault);
    this.#isOpening = false;
    this.type('');
    if (answer.kind === 'SIGNED_IN') return answer.who;
    this.#refusal = answer.refusal;
    this.#waitsUntil = this.#elapsed() + (answer.retryAfterSeconds ?? 0) * 1000;
    this.changed();
    return null;
  }
}
