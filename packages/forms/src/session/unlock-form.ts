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
 * const form = new UnlockForm(store, people);
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

  /** Where only one person has signed in, they are chosen. */
  constructor(store: UnlockStore<Who>, people: readonly KnownPerson[]) {
    super();
    this.#store = store;
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

  /** Another person is here: what was typed is not theirs. */
  choose(userId: string): void {
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
    if (userId === null || this.#isOpening) return null;
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
    this.changed();
    return null;
  }
}
