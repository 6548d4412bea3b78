/** The form in which a device saves what waits on it as a handover file. A passphrase that is mistyped would lock it for good: it is typed twice. */
import { SHORTEST_PASSPHRASE } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import { Observable } from '../state/observable.ts';
import { handoverSentence, refusedByFault, type FileSaver, type HandoverRefusal } from './handover-store.ts';

/** The two boxes. */
export type PassphraseBox = 'passphrase' | 'again';

/**
 * The form of a file that is saved.
 *
 * @example
 * const form = new SaveFileForm(saver);
 * form.type({ passphrase: 'north route seven', again: 'north route seven' });
 * const saved = await form.submit(); // null if it was not saved
 */
export class SaveFileForm<Saved> extends Observable {
  readonly #saver: FileSaver<Saved>;
  #text: Readonly<Record<PassphraseBox, string>> = { passphrase: '', again: '' };
  #isTried = false;
  #refusals = 0;
  #isSaving = false;
  #refusal: HandoverRefusal | null = null;

  constructor(saver: FileSaver<Saved>) {
    super();
    this.#saver = saver;
  }

  /** What stands in the boxes. */
  get text(): Readonly<Record<PassphraseBox, string>> {
    return this.#text;
  }

  /** Whether it is being written. */
  get isSaving(): boolean {
    return this.#isSaving;
  }

  /** Grows with each time that a box was wrong: the focus belongs to it then. */
  get refusals(): number {
    return this.#refusals;
  }

  /** Somebody typed. */
  type(changed: Partial<Record<PassphraseBox, string>>): void {
    this.#text = { ...this.#text, ...changed };
    this.#refusal = null;
    this.changed();
  }

  /** What is wrong with a box, once somebody wanted to save; undefined for nothing. */
  errorOf(words: Words, box: PassphraseBox): string | undefined {
    return this.#isTried ? this.#wrong(words, box) : undefined;
  }

  /** Why it was not saved, in words; undefined for nothing that still holds. */
  error(words: Words): string | undefined {
    return this.#refusal === null ? undefined : handoverSentence(words, this.#refusal);
  }

  /** Saves the file. Null if it was not saved; else the boxes are empty. */
  async submit(words: Words): Promise<Saved | null> {
    if (this.#isSaving) return null;
    this.#isTried = true;
    const { passphrase } = this.#text;
    if (this.#wrong(words, 'passphrase') !== undefined || this.#wrong(words, 'again') !== undefined) {
      this.#refusals += 1;
      this.changed();
      return null;
    }
    this.#isSaving = true;
    this.changed();
    const answer = await this.#saver.save(passphrase).catch(refusedByFault);
    this.#isSaving = false;
    if (answer.kind === 'DONE') {
      this.#isTried = false;
      this.type({ passphrase: '', again: '' });
      return answer.value;
    }
    this.#refusal = answer.kind === 'REFUSED' ? answer.refusal : null;
    this.changed();
    return null;
  }

  #wrong({ formMessages, exportFileErrors }: Words, box: PassphraseBox): string | undefined {
    const { passphrase, again } = this.#text;
    if (box === 'passphrase')
      return passphrase.length < SHORTEST_PASSPHRASE ? exportFileErrors.WEAK_PASSPHRASE : undefined;
    return again === passphrase ? undefined : formMessages.passphraseDiffers;
  }
}
