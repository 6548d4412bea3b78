/** Who opens the phone by a finger or a face, and who turns that on. */
import { Observable, type UnlockStore } from '@wellpulse/forms';
import type { Phone } from '../phone.ts';
import { tooEarly } from '../sign-in-stores.ts';

type Quick = Pick<Phone, 'client' | 'quick' | 'tries'>;

/**
 * Opens the phone for a person whom it knows.
 *
 * @example
 * const opening = new QuickOpening(phone);
 * if (await opening.ask(person.id, lockWords.quick.question(person.name))) onOpen();
 */
export class QuickOpening extends Observable {
  readonly #phone: Quick;
  #isOpening = false;
  #trouble: 'GONE' | 'REFUSED' | null = null;

  constructor(phone: Quick) {
    super();
    this.#phone = phone;
  }

  /** Whether the phone asks now. */
  get isOpening(): boolean {
    return this.#isOpening;
  }

  /** Why the last try did not open it. `GONE`: it is not on any more. */
  get trouble(): 'GONE' | 'REFUSED' | null {
    return this.#trouble;
  }

  /** Whether it is open now. While the phone asks already, nothing happens. */
  async ask(userId: string, question: string): Promise<boolean> {
    if (this.#isOpening) return false;
    this.#set(true, null);
    const came = await this.#open(userId, question).catch(() => 'REFUSED' as const);
    this.#set(false, came === 'OPENED' ? null : came);
    return came === 'OPENED';
  }

  async #open(userId: string, question: string): Promise<'OPENED' | 'GONE' | 'REFUSED'> {
    const { client, quick, tries } = this.#phone;
    const given = await quick.secretOf(userId, question);
    if (given.kind !== 'OPENED') return given.kind;
    try {
      await client.sessions.unlock(userId, given.secret);
    } catch {
      // Whatever it opened once, it does so no more.
      await quick.turnOff(userId);
      return 'GONE';
    }
    await tries.told({ isWrong: false });
    return 'OPENED';
  }

  #set(isOpening: boolean, trouble: 'GONE' | 'REFUSED' | null): void {
    this.#isOpening = isOpening;
    this.#trouble = trouble;
    this.changed();
  }
}

/** Turns it on for a person who types their PIN once. `who`: whether it is on then. Wrong PINs make the next try wait. */
export const quickStore = (
  { quick, tries, proves }: Pick<Phone, 'quick' | 'tries' | 'proves'>,
  question: string,
): UnlockStore<{ readonly isOn: boolean }> => ({
  unlock: async (userId, secret) => {
    if (tries.waitMs > 0) return tooEarly(tries.waitMs);
    const isWrong = !(await proves(userId, secret));
    await tries.told({ isWrong });
    if (isWrong) return { kind: 'REFUSED', refusal: { code: 'WRONG_SECRET' }, retryAfterSeconds: null };
    return { kind: 'SIGNED_IN', who: { isOn: await quick.turnOn(userId, secret, question) } };
  },
});
