/**
 * Opening by a finger or a face in place of the PIN (ADR 118). The phone gives a random key to whoever it knows, and that key opens the
 * person's PIN. So both are needed, the keystore and the disk, and the PIN opens the signing key as ever.
 */
import { fromBase64, toBase64, type KeyText, type PersonKeys } from '@wellpulse/offline';
import { z } from 'zod';
import type { BiometricKind, Biometrics } from '../../native/ports.ts';
import { sealed, unsealed, type Sealer } from '../sealed-text.ts';

const KEY_BYTES = 32;
/** The sealed PIN of each person who wants it. */
const textSchema = z.record(z.string(), z.string());
type SealedPins = z.infer<typeof textSchema>;

const nameOf = (userId: string): string => `person-${userId}`;

/** `GONE`: it is not on any more. `REFUSED`: not this time. */
export type QuickSecret =
  | { readonly kind: 'OPENED'; readonly secret: string }
  | { readonly kind: 'GONE' | 'REFUSED' };

/**
 * For which people of this phone it is on.
 *
 * @example
 * const quick = await QuickKeys.open(sealedText(texts, 'quick', sealer), biometrics, sealer);
 * if (quick.has(person.id)) await quick.secretOf(person.id, 'Open WellPulse');
 */
export class QuickKeys {
  readonly #text: KeyText;
  readonly #biometrics: Biometrics;
  readonly #sealer: Pick<Sealer, 'cipherOf' | 'random'>;
  #pins: SealedPins;

  private constructor(
    text: KeyText,
    biometrics: Biometrics,
    sealer: Pick<Sealer, 'cipherOf' | 'random'>,
    pins: SealedPins,
  ) {
    this.#text = text;
    this.#biometrics = biometrics;
    this.#sealer = sealer;
    this.#pins = pins;
  }

  /** What the text tells of. Where it can't be read it is on for nobody. */
  static async open(
    text: KeyText,
    biometrics: Biometrics,
    sealer: Pick<Sealer, 'cipherOf' | 'random'>,
  ): Promise<QuickKeys> {
    return new QuickKeys(text, biometrics, sealer, pinsIn(await text.read()));
  }

  /** How this phone knows people; null where it does not, for now or for ever. Nobody is asked. */
  kind(): Promise<BiometricKind | null> {
    return this.#biometrics.kind();
  }

  /** Whether it is on for a person. */
  has(userId: string): boolean {
    return Object.hasOwn(this.#pins, userId);
  }

  /** For a person who has proved their PIN. The phone asks for the finger or face. False if they thought better of it. */
  async turnOn(userId: string, secret: string, question: string): Promise<boolean> {
    const { cipherOf, random } = this.#sealer;
    const key = random(KEY_BYTES);
    const pin = await sealed(await cipherOf(key), random, new TextEncoder().encode(secret));
    if (!(await this.#biometrics.keep(nameOf(userId), toBase64(key), question))) {
      await this.turnOff(userId);
      return false;
    }
    await this.#write({ ...this.#pins, [userId]: toBase64(pin) });
    return true;
  }

  /** The PIN of a person, if the phone knows the finger or face. What opens no more is turned off. */
  async secretOf(userId: string, question: string): Promise<QuickSecret> {
    const pin = this.#pins[userId];
    if (pin === undefined) return { kind: 'GONE' };
    const opened = await this.#biometrics.open(nameOf(userId), question);
    if (opened.kind === 'REFUSED') return { kind: 'REFUSED' };
    const bytes =
      opened.kind === 'GONE'
        ? null
        : await unsealed(await this.#sealer.cipherOf(fromBase64(opened.text)), fromBase64(pin));
    if (bytes !== null) return { kind: 'OPENED', secret: new TextDecoder().decode(bytes) };
    await this.turnOff(userId);
    return { kind: 'GONE' };
  }

  /** Resolves when that is durable. The phone asks nothing. */
  async turnOff(userId: string): Promise<void> {
    if (this.has(userId)) {
      const { [userId]: _, ...others } = this.#pins;
      await this.#write(others);
    }
    await this.#biometrics.forget(nameOf(userId));
  }

  /** The same for everybody. */
  async clear(): Promise<void> {
    for (const userId of Object.keys(this.#pins)) await this.turnOff(userId);
  }

  async #write(pins: SealedPins): Promise<void> {
    await this.#text.write(JSON.stringify(pins));
    this.#pins = pins;
  }
}

/** Signing keys that turn it off where they end, and where a person chooses another PIN. */
export const endingQuickKeys = (keys: PersonKeys, quick: QuickKeys): PersonKeys => ({
  ...keys,
  keep: async (userId, signingKey, secret) => {
    if (secret !== undefined) await quick.turnOff(userId);
    return keys.keep(userId, signingKey, secret);
  },
  end: async () => {
    await keys.end();
    await quick.clear();
  },
  clear: async () => {
    await keys.clear();
    await quick.clear();
  },
});

function pinsIn(text: string | null): SealedPins {
  try {
    return textSchema.parse(JSON.parse(text ?? '{}'));
  } catch {
    return {};
  }
}
