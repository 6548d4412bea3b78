/** The form in which a handover file is opened: the file, and the passphrase that was chosen when it was saved. */
import type { Words } from '@wellpulse/words';
import { Observable } from '../state/observable.ts';
import { handoverSentence, refusedByFault, type FileOpener, type HandoverRefusal } from './handover-store.ts';

/**
 * The form of a handover file.
 *
 * @example
 * const form = new OpenFileForm(opener);
 * form.choose(file);
 * form.type('north route seven');
 * const opened = await form.submit(); // null if it was not opened
 */
export class OpenFileForm<File, Opened> extends Observable {
  readonly #opener: FileOpener<File, Opened>;
  #file: File | null = null;
  #passphrase = '';
  #isAsked = false;
  #isOpening = false;
  #refusal: HandoverRefusal | null = null;

  constructor(opener: FileOpener<File, Opened>) {
    super();
    this.#opener = opener;
  }

  /** Null before one is chosen. */
  get file(): File | null {
    return this.#file;
  }

  /** What stands in the box. */
  get passphrase(): string {
    return this.#passphrase;
  }

  /** Whether it is being opened: that takes a second on purpose. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** Another file: what was said was of the former one. */
  choose(file: File): void {
    this.#file = file;
    this.#refusal = null;
    this.changed();
  }

  /** The box holds this text. */
  type(passphrase: string): void {
    this.#passphrase = passphrase;
    this.#refusal = null;
    this.changed();
  }

  /** That a file or a passphrase is missing, once somebody wanted to open it; undefined for nothing. */
  missing({ formMessages }: Words): {
    readonly file: string | undefined;
    readonly passphrase: string | undefined;
  } {
    const says = (isMissing: boolean, sentence: string) =>
      this.#isAsked && isMissing ? sentence : undefined;
    return {
      file: says(this.#file === null, formMessages.fileMissing),
      passphrase: says(this.#passphrase === '', formMessages.passphraseMissing),
    };
  }

  /** Why it was not opened, in words; undefined for nothing that still holds. */
  error(words: Words): string | undefined {
    return this.#refusal === null ? undefined : handoverSentence(words, this.#refusal);
  }

  /** Opens the file. What is in it; null if it was not opened. */
  async submit(): Promise<Opened | null> {
    const file = this.#file;
    this.#isAsked = true;
    this.changed();
    if (file === null || this.#passphrase === '' || this.#isOpening) return null;
    this.#refusal = null;
    this.#isOpening = true;
    this.changed();
    const answer = await this.#opener.open(file, this.#passphrase).catch(refusedByFault);
    this.#isOpening = false;
    // Another file may have been chosen meanwhile.
    if (answer.kind === 'REFUSED' && file === this.#file) this.#refusal = answer.refusal;
    this.changed();
    return answer.kind === 'DONE' && file === this.#file ? answer.value : null;
  }
}
