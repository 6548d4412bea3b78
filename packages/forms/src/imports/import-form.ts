/**
 * A file of readings: chosen, mapped with its first rows in view, tried out, and taken. What is wrong with the mapping shows once somebody
 * has tried to go on. The mapping is remembered for the next file with the same columns: the same export comes every day.
 */
import type { FieldError, ImportMapping, ImportResult } from '@wellpulse/contracts';
import type { Delimiter, Trouble } from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';
import type { DraftOwner, DraftStorage } from '../drafts/draft-storage.ts';
import { DraftStore } from '../drafts/draft-store.ts';
import { faultOf } from '../saving/fault.ts';
import { Observable } from '../state/observable.ts';
import type { ParsedText } from '../text/parsed-text.ts';
import type { CsvPreview } from './csv-preview.ts';
import type { ImportAnswer, ImportStore, ImportUnderWay } from './import-store.ts';
import {
  guessMapping,
  mappingFormSchema,
  missingColumns,
  toMapping,
  type MappingForm,
} from './mapping-form.ts';

/** The least that a form has to know of a file. */
export interface NamedFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
}

/** A file that was read, and how it is to be read. */
export interface MappedFile<File> {
  readonly file: File;
  readonly preview: CsvPreview;
  readonly mapping: MappingForm;
}

/** A file of which nothing can be mapped. */
export interface UnreadableFile {
  readonly name: string;
  readonly why: 'EMPTY' | 'NOT_READ';
}

/** An import that is under way; sizes are in bytes. */
export interface ImportRun {
  readonly importId: string;
  readonly dryRun: boolean;
  readonly sent: number;
  readonly total: number;
}

type Filter = MappingForm['where'][number];

/**
 * The form of an import.
 *
 * @example
 * const form = new ImportForm(store, storage, owner);
 * await form.choose(file);
 * form.change({ wellColumn: 'Well' });
 * await form.start(words, { dryRun: true });
 */
export class ImportForm<File extends NamedFile> extends Observable {
  readonly #store: ImportStore<File>;
  readonly #remembered: DraftStore<MappingForm>;
  #chosen: MappedFile<File> | null = null;
  #unreadable: UnreadableFile | null = null;
  #isTried = false;
  #underWay: ImportUnderWay | null = null;
  #run: ImportRun | null = null;
  #result: ImportResult | null = null;
  #refused: Extract<ImportAnswer, { kind: 'REFUSED' }> | null = null;
  #judged: {
    readonly words: Words;
    readonly chosen: MappedFile<File>;
    readonly outcome: ParsedText<ImportMapping>;
  } | null = null;
  /** Counts the files that were chosen: one that is read late does not take the place of a later one. */
  #choices = 0;

  constructor(store: ImportStore<File>, storage: DraftStorage, owner: DraftOwner) {
    super();
    this.#store = store;
    this.#remembered = new DraftStore(storage, 'import-mapping', owner, mappingFormSchema);
  }

  /** Null before a file was chosen, and after one that can't be read. */
  get chosen(): MappedFile<File> | null {
    return this.#chosen;
  }

  /** The file that was chosen last, if it can't be read. */
  get unreadable(): UnreadableFile | null {
    return this.#unreadable;
  }

  /** What is being sent or read by the server; null for nothing. */
  get run(): ImportRun | null {
    return this.#run;
  }

  /** What the last import did, or would do; null for none of this file. */
  get result(): ImportResult | null {
    return this.#result;
  }

  /** Why the last one was refused; null also for one that was cancelled. */
  get trouble(): Trouble | null {
    return this.#refused?.trouble ?? null;
  }

  /** Reads another file, or the same one with another delimiter. */
  async choose(file: File, delimiter?: Delimiter): Promise<void> {
    this.#choices += 1;
    const choice = this.#choices;
    const preview = await this.#store.read(file, delimiter).catch(() => null);
    if (choice !== this.#choices) return;
    const isEmpty = preview?.header.length === 0;
    this.#chosen = preview === null || isEmpty ? null : { file, preview, mapping: this.#mappingFor(preview) };
    this.#unreadable =
      this.#chosen === null ? { name: file.name, why: isEmpty ? 'EMPTY' : 'NOT_READ' } : null;
    this.#isTried = false;
    this.#result = null;
    this.#refused = null;
    this.changed();
  }

  /** Changes how the file is to be read. */
  change(changed: Partial<MappingForm>): void {
    if (this.#chosen === null) return;
    this.#chosen = { ...this.#chosen, mapping: { ...this.#chosen.mapping, ...changed } };
    this.changed();
  }

  /** Adds a filter of rows that says nothing yet. */
  addFilter(): void {
    this.#changeFilters((filters) => [...filters, { column: '', equals: '' }]);
  }

  /** Changes the filter at a position. Another column begins with no value. */
  changeFilter(position: number, changed: Partial<Filter>): void {
    const reset = changed.column === undefined ? {} : { equals: '' };
    this.#changeFilters((filters) =>
      filters.map((filter, at) => (at === position ? { ...filter, ...reset, ...changed } : filter)),
    );
  }

  /** Takes the filter at a position away. */
  removeFilter(position: number): void {
    this.#changeFilters((filters) => filters.filter((_, at) => at !== position));
  }

  /** What the server is asked, or what is wrong with it as it stands; null without a file. The same object until the mapping changes. */
  outcome(words: Words): ParsedText<ImportMapping> | null {
    const chosen = this.#chosen;
    if (chosen === null) return null;
    if (this.#judged?.words !== words || this.#judged.chosen !== chosen)
      this.#judged = { words, chosen, outcome: toMapping(words, chosen.mapping, chosen.preview) };
    return this.#judged.outcome;
  }

  /** Why the file can't be read as it is mapped, in words: nothing before somebody has tried to go on. */
  notReadable(words: Words): readonly string[] {
    return this.#own(words).map(({ message }) => message);
  }

  /** What is wrong, by its path in the mapping, in words: also what the server said. */
  messages(words: Words): Readonly<Record<string, string>> {
    const own = this.#own(words);
    const theirs = (this.#refused?.errors ?? []).map(({ path, message }) => ({
      path: path.replace(/^mapping\./, ''),
      message: words.formatMessage(message),
    }));
    return Object.fromEntries([...own, ...theirs].map(({ path, message }) => [path, message]));
  }

  /** Imports the file, or only tries it out. Nothing is sent as long as something is wrong. Null if it was not done. */
  async start(words: Words, { dryRun }: { readonly dryRun: boolean }): Promise<ImportResult | null> {
    const outcome = this.outcome(words);
    if (this.#chosen === null || outcome === null || this.#underWay !== null) return null;
    this.#isTried = true;
    this.#refused = null;
    const { file, preview, mapping } = this.#chosen;
    if (outcome.ok) {
      // Without room it is forgotten, which costs some clicks the next time.
      void this.#remembered.write(nameOf(preview), mapping);
      const onSent = (sent: number, total: number): void => {
        if (this.#run === null) return;
        this.#run = { ...this.#run, sent, total };
        this.changed();
      };
      this.#underWay = this.#store.start({ file, mapping: outcome.value, dryRun, onSent });
      this.#run = { importId: this.#underWay.importId, dryRun, sent: 0, total: file.size };
    }
    this.changed();
    return this.#underWay === null ? null : this.#finish(await this.#underWay.done.catch(refusalOf));
  }

  /** Stops what is being sent. */
  cancel(): void {
    this.#underWay?.cancel();
  }

  #own(words: Words): readonly FieldError[] {
    const outcome = this.outcome(words);
    const errors = this.#isTried && outcome?.ok === false ? outcome.errors : [];
    // Of several for one place the first says enough.
    return errors.filter(({ path }, at) => errors.findIndex((other) => other.path === path) === at);
  }

  #finish(answer: ImportAnswer): ImportResult | null {
    this.#underWay = null;
    this.#run = null;
    if (answer.kind === 'DONE') this.#result = answer.result;
    if (answer.kind === 'REFUSED') this.#refused = answer;
    this.changed();
    return answer.kind === 'DONE' ? answer.result : null;
  }

  #mappingFor(preview: CsvPreview): MappingForm {
    const remembered = this.#remembered.read(nameOf(preview));
    const isOfThisFile = remembered !== null && missingColumns(remembered, preview).length === 0;
    return isOfThisFile ? remembered : guessMapping(preview);
  }

  #changeFilters(change: (filters: readonly Filter[]) => Filter[]): void {
    if (this.#chosen !== null) this.change({ where: change(this.#chosen.mapping.where) });
  }
}

const nameOf = ({ header }: CsvPreview): string => JSON.stringify(header);

const refusalOf = (error: unknown): ImportAnswer => ({
  kind: 'REFUSED',
  trouble: faultOf(error),
  errors: [],
});
