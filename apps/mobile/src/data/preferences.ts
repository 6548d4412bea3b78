/** What was chosen on this device, for all who work on it. It is no secret, and known before anything is drawn. */
import { Observable } from '@wellpulse/forms';
import { LANGUAGES } from '@wellpulse/words';
import { z } from 'zod';
import type { Texts } from '../native/ports.ts';

const NAME = 'preferences';

/** How the app looks: `system` is made for the sun by day, and dark where the phone is. */
export const LOOKS = ['system', 'field', 'light', 'dark'] as const;
export type Look = (typeof LOOKS)[number];

/** In which language the app speaks. */
export const SPOKEN = ['system', ...LANGUAGES] as const;
export type Spoken = (typeof SPOKEN)[number];

/** Each choice with what stands until somebody makes it. One that this version can't read is not made. */
const preferencesSchema = z.object({
  /** Whether entries are given the position of the device. */
  location: z.boolean().catch(false),
  /** Whether the device reminds of entries that have waited for a shift. */
  reminders: z.boolean().catch(false),
  look: z.enum(LOOKS).catch('system'),
  language: z.enum(SPOKEN).catch('system'),
});

/** The choices of this device. */
export type PreferenceValues = Readonly<z.infer<typeof preferencesSchema>>;

/**
 * The choices of this device. A change holds at once, and is written behind it.
 *
 * @example
 * const preferences = await Preferences.open(choices);
 * preferences.set({ location: true });
 */
export class Preferences extends Observable {
  readonly #texts: Texts;
  #values: PreferenceValues;

  private constructor(texts: Texts, values: PreferenceValues) {
    super();
    this.#texts = texts;
    this.#values = values;
  }

  /** Never throws: where nothing can be read, nothing was chosen. */
  static async open(texts: Texts): Promise<Preferences> {
    const kept = await texts.read(NAME).catch(() => null);
    return new Preferences(texts, valuesOf(kept));
  }

  /** The same object until one of them changes. */
  get values(): PreferenceValues {
    return this.#values;
  }

  /** Where there is no room for it, a choice holds until the app is closed. */
  set(chosen: Partial<PreferenceValues>): void {
    this.#values = { ...this.#values, ...chosen };
    void this.#texts.write(NAME, JSON.stringify(this.#values)).catch(() => undefined);
    this.changed();
  }
}

function valuesOf(text: string | null): PreferenceValues {
  try {
    return preferencesSchema.parse(JSON.parse(text ?? ''));
  } catch {
    return preferencesSchema.parse({});
  }
}
