/**
 * What was typed and not saved yet, kept in this browser: a reload, a crash or a flat battery loses nothing.
 *
 * Each well and day has its own entry, so that two tabs never write over each other, and each person their own, so that
 * nobody finishes what a colleague began on the same computer. A draft goes away only when the server has the entry
 * or the person discards it.
 */
import { daySchema, uuidSchema } from '@wellpulse/contracts';
import type { VolumesText } from '@wellpulse/ui';
import { z } from 'zod';

const draftSchema = z.object({
  oilVolume: z.string(),
  gasVolume: z.string(),
  waterVolume: z.string(),
  notes: z.string(),
  /** The record that it changes, as it was when typing began; null for a new one. */
  base: z.object({ id: uuidSchema, version: z.int() }).nullable(),
});
export type Draft = z.infer<typeof draftSchema>;

/** Whether two sets of boxes hold the same. */
export const isSameText = (left: VolumesText, right: VolumesText): boolean =>
  left.oilVolume === right.oilVolume &&
  left.gasVolume === right.gasVolume &&
  left.waterVolume === right.waterVolume &&
  left.notes === right.notes;

export interface DraftPlace {
  readonly wellId: string;
  readonly date: string;
}

/** What of `localStorage` is used. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'wellpulse.draft';

export class Drafts {
  readonly #storage: DraftStorage;
  readonly #owner: string;
  readonly #listeners = new Set<() => void>();
  /** The parsed drafts by key, so that an unchanged one stays the same object between renders. */
  readonly #parsed = new Map<string, { text: string; draft: Draft | null }>();
  /** Those that the browser has no room for: they last as long as the page. */
  readonly #unkept = new Map<string, string>();
  #revision = 0;

  /** `tenantId` and `userId` say whose drafts these are. */
  constructor(storage: DraftStorage, tenantId: string, userId: string) {
    this.#storage = storage;
    this.#owner = `${PREFIX}.${tenantId}.${userId}.`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null where nothing was typed, and for what can't be read. */
  read(place: DraftPlace): Draft | null {
    const key = this.#keyOf(place);
    const text = this.#unkept.get(key) ?? this.#storage.getItem(key);
    if (text === null) return null;
    const known = this.#parsed.get(key);
    if (known?.text === text) return known.draft;
    const draft = parse(text);
    this.#parsed.set(key, { text, draft });
    return draft;
  }

  /** Null takes the draft away. False if the browser refused to keep it, such as for lack of room. */
  write(place: DraftPlace, draft: Draft | null): boolean {
    const key = this.#keyOf(place);
    const text = draft === null ? null : JSON.stringify(draft);
    const isKept = this.#keep(key, text);
    if (isKept || text === null) this.#unkept.delete(key);
    else this.#unkept.set(key, text);
    this.announce();
    return isKept;
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

  /**
   * The server has `sent`, as the record `saved`. The draft has done its work, unless somebody went on typing: then it
   * is a change of that record.
   */
  settle(place: DraftPlace, sent: VolumesText, saved: NonNullable<Draft['base']>): void {
    const current = this.read(place);
    if (current === null) return;
    const base = { id: saved.id, version: saved.version };
    this.write(place, isSameText(current, sent) ? null : { ...current, base });
  }

  /** Where something waits to be saved, oldest day first. */
  places(): DraftPlace[] {
    const places: DraftPlace[] = [];
    for (let index = 0; index < this.#storage.length; index += 1) {
      const key = this.#storage.key(index);
      if (key?.startsWith(this.#owner) !== true) continue;
      const [date, wellId] = key.slice(this.#owner.length).split('.');
      const place = placeSchema.safeParse({ date, wellId });
      if (place.success) places.push(place.data);
    }
    return places.sort((left, right) => left.date.localeCompare(right.date));
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

  #keyOf({ wellId, date }: DraftPlace): string {
    return `${this.#owner}${date}.${wellId}`;
  }
}

const placeSchema = z.object({ date: daySchema, wellId: uuidSchema });

function parse(text: string): Draft | null {
  try {
    return draftSchema.safeParse(JSON.parse(text)).data ?? null;
  } catch {
    return null;
  }
}
