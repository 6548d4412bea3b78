/**
 * What was typed and not saved yet, kept in this browser by name: a reload, a crash or a flat battery loses nothing.
 * Each draft is an entry of its own, so that two tabs never write over each other.
 */
import type { z } from 'zod';

/** What of `localStorage` is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export class DraftStore<Draft> {
  readonly #storage: DraftStorage;
  readonly #prefix: string;
  readonly #schema: z.ZodType<Draft>;
  readonly #listeners = new Set<() => void>();
  /** The parsed drafts by key, so that an unchanged one stays the same object between renders. */
  readonly #parsed = new Map<string, { text: string; draft: Draft | null }>();
  /** Those that the browser has no room for: they last as long as the page. */
  readonly #unkept = new Map<string, string>();
  #revision = 0;

  /** `prefix` says of which kind the drafts are, and whose: nobody finishes what a colleague began on the same computer. */
  constructor(storage: DraftStorage, prefix: string, schema: z.ZodType<Draft>) {
    this.#storage = storage;
    this.#prefix = prefix;
    this.#schema = schema;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null where nothing was typed, and for what can't be read. */
  read(name: string): Draft | null {
    const key = this.#prefix + name;
    const text = this.#unkept.get(key) ?? this.#storage.getItem(key);
    if (text === null) return null;
    const known = this.#parsed.get(key);
    if (known?.text === text) return known.draft;
    const draft = this.#parse(text);
    this.#parsed.set(key, { text, draft });
    return draft;
  }

  /** Null takes the draft away. False if the browser refused to keep it, such as for lack of room. */
  write(name: string, draft: Draft | null): boolean {
    const key = this.#prefix + name;
    const text = draft === null ? null : JSON.stringify(draft);
    if (text !== null && this.#storage.getItem(key) === text) return true;
    const isKept = this.#keep(key, text);
    if (isKept || text === null) this.#unkept.delete(key);
    else this.#unkept.set(key, text);
    this.announce();
    return isKept;
  }

  /** The names of all drafts that the browser keeps. */
  names(): string[] {
    const keys = Array.from({ length: this.#storage.length }, (_, index) => this.#storage.key(index));
    return keys.flatMap((key) =>
      key?.startsWith(this.#prefix) === true ? [key.slice(this.#prefix.length)] : [],
    );
  }

  /** Grows with every change: what is to be rendered again depends on it. */
  get revision(): number {
    return this.#revision;
  }

  /** Tells all who look at drafts that one has changed, also when another tab changed it. */
  announce(): void {
    this.#revision += 1;
    for (const listener of this.#listeners) listener();
  }

  #keep(key: string, text: string | null): boolean {
    try {
      if (text === null) this.#storage.removeItem(key);
      else this.#storage.setItem(key, text);
      return true;
    } catch {
      return false;
    }
  }

  #parse(text: string): Draft | null {
    try {
      return this.#schema.safeParse(JSON.parse(text)).data ?? null;
    } catch {
      return null;
    }
  }
}
