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
 * const opened = await form.submit(); // null if it was not opened; else the box is empty
 */
export class OpenFileForm<File, Opened> extends Observable {
  readonly #opener: FileOpener<File, Opened>;
  #file: File | null;
  #passphrase = '';
  #isAsked = false;
  #refusals = 0;
  #isOpening = false;
  #refusal: HandoverRefusal | null = null;

  /** `asked` stands for the file where the opener itself asks for it, once the passphrase is typed. */
  constructor(opener: FileOpener<File, Opened>, asked: File | null = null) {
    super();
    this.#opener = opener;
    this.#file = asked;
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

  /** Grows with each time that something was missing: the focus belongs to it then. */
  get refusals(): number {
    return this.#refusals;
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

  /** Opens the file. What is in it, and the box is empty; null if it was not opened. */
  async submit(): Promise<Opened | null> {
    if (this.#isOpening) return null;
    const file = this.#file;
    const passphrase = this.#passphrase;
    this.#isAsked = true;
    if (file === null || passphrase === '') {
      this.#refusals += 1;
      this.changed();
      return null;
    }
    this.#refusal = null;
    this.#isOpening = true;
    this.changed();
    const answer = await this.#opener.open(file, passphrase).catch(refusedByFault);
    this.#isOpening = false;
    // Another file may have been chosen meanwhile.
    const isSame = file === this.#file;
    if (answer.kind === 'REFUSED' && isSame) this.#refusal = answer.refusal;
    if (answer.kind === 'DONE' && isSame) {
      this.#isAsked = false;
      this.#passphrase = '';
    }
    this.changed();
    return answer.kind === 'DONE' && isSame ? answer.value : null;
  }
}
