import { signatureOf } from '../events/sign-event.ts';
import type { PersonKeys } from '../ports/person-keys.ts';

/**
 * A key store in memory, which outlives a program that is opened again with it. It asks nobody for a secret.
 *
 * @example
 * const client = await OfflineClient.open({ ...platform, keys: new MemoryPersonKeys() });
 */
export class MemoryPersonKeys implements PersonKeys {
  /** The present key first. */
  readonly #keys = new Map<string, readonly string[]>();
  readonly #open = new Set<string>();
  readonly #ended = new Set<string>();

  async keep(userId: string, signingKey: string): Promise<boolean> {
    this.#keys.set(userId, [signingKey, ...(this.#keys.get(userId) ?? [])]);
    this.#open.add(userId);
    this.#ended.delete(userId);
    return true;
  }

  async unlock(userId: string): Promise<boolean> {
    if (!this.#keys.has(userId) || this.#ended.has(userId)) return false;
    this.#open.add(userId);
    return true;
  }

  async lock(): Promise<void> {
    this.#open.clear();
  }

  async sign(userId: string, text: string): Promise<string | null> {
    const [key] = this.#openKeys(userId);
    return key === undefined ? null : signatureOf(text, key);
  }

  async madeSignature(userId: string, text: string, signature: string): Promise<boolean> {
    return this.#openKeys(userId).some((key) => signatureOf(text, key) === signature);
  }

  async end(): Promise<void> {
    for (const userId of this.#keys.keys()) this.#ended.add(userId);
    this.#open.clear();
  }

  async clear(): Promise<void> {
    this.#keys.clear();
    this.#ended.clear();
    this.#open.clear();
  }

  #openKeys(userId: string): readonly string[] {
    return this.#open.has(userId) ? (this.#keys.get(userId) ?? []) : [];
  }
}
