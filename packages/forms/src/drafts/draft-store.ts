/**
 * What was typed and not saved yet, kept by name: a reload, a crash or a flat battery loses nothing. Each draft is an entry of its
 * own, so that two tabs never write over each other.
 */
import type { z } from 'zod';
import { Observable } from '../state/observable.ts';
import { draftPrefix, type DraftOwner, type DraftStorage } from './draft-storage.ts';

/**
 * The drafts of one kind and of one person.
 *
 * @example
 * const store = new DraftStore(storage, 'item', owner, itemDraftSchema);
 * if (!(await store.write('new', draft))) warnOfNoRoom();
 */
export class DraftStore<Draft> extends Observable {
  readonly #storage: DraftStorage;
  readonly #prefix: string;
  readonly #schema: z.ZodType<Draft>;
  /** The parsed drafts by key, so that an unchanged one stays the same object between renders. */
  readonly #parsed = new Map<string, { text: string; draft: Draft | null }>();
  /** Those on their way, and those for which there is no room: they last as long as the page. */
  readonly #unkept = new Map<string, string>();

  constructor(storage: DraftStorage, kind: string, owner: DraftOwner, schema: z.ZodType<Draft>) {
    super();
    this.#storage = storage;
    this.#prefix = draftPrefix(kind, owner);
    this.#schema = schema;
  }

  /** Tells also of what another tab changed, as long as somebody looks. Answers with what ends it. */
  watch(): () => void {
    return this.#storage.onChange(() => {
      this.changed();
    });
  }

  /** Null where nothing was typed, and for what can't be read. */
  read(name: string): Draft | null {
    const key = this.#prefix + name;
    const text = this.#unkept.get(key) ?? this.#storage.read(key);
    if (text === null) return null;
    const known = this.#parsed.get(key);
    if (known?.text === text) return known.draft;
    const draft = this.#parse(text);
    this.#parsed.set(key, { text, draft });
    return draft;
  }

  /** Null takes the draft away. `read` gives it at once. False if there is no room to keep it beyond the page. */
  async write(name: string, draft: Draft | null): Promise<boolean> {
    const key = this.#prefix + name;
    const text = draft === null ? null : JSON.stringify(draft);
    if (text !== null && !this.#unkept.has(key) && this.#storage.read(key) === text) return true;
    if (text === null) this.#unkept.delete(key);
    else this.#unkept.set(key, text);
    const keeping = this.#storage.write(key, text);
    this.changed();
    const isKept = await keeping;
    // Somebody may have typed on meanwhile.
    if (isKept && this.#unkept.get(key) === text) this.#unkept.delete(key);
    return isKept;
  }

  /** The names of all drafts that are there. */
  names(): string[] {
    const keys = new Set([...this.#storage.keys(this.#prefix), ...this.#unkept.keys()]);
    return [...keys].map((key) => key.slice(this.#prefix.length));
  }

  #parse(text: string): Draft | null {
    try {
      return this.#schema.safeParse(JSON.parse(text)).data ?? null;
    } catch {
      return null;
    }
  }
}
