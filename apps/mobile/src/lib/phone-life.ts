/** The phone through the life of the program: its data is opened, people come and go. */
import { Observable } from '@wellpulse/forms';
import type { Opened } from './open-own-phone.ts';
import { openSession, type Session } from './session.tsx';

export class PhoneLife extends Observable {
  readonly #open: () => Promise<Opened>;
  #opened: Opened | null = null;
  #session: Session | null = null;

  /** `open` opens the data, and never throws. */
  constructor(open: () => Promise<Opened>) {
    super();
    this.#open = open;
  }

  /** Null until it is known. */
  get opened(): Opened | null {
    return this.#opened;
  }

  /** The person at the phone, and what is theirs; null while nobody is. */
  get session(): Session | null {
    return this.#session;
  }

  /** Opens the data, or tries it once more. */
  async open(): Promise<void> {
    this.#opened = null;
    this.changed();
    const opened = await this.#open();
    if (opened.kind === 'OPEN') await this.#look(opened);
    this.#opened = opened;
    this.changed();
  }

  /** Somebody has signed in, or taken over. */
  async entered(): Promise<void> {
    if (this.#opened?.kind !== 'OPEN') return;
    await this.#look(this.#opened);
    this.changed();
  }

  /** Closes the keys of whoever is at the phone. */
  async lock(): Promise<void> {
    if (this.#opened?.kind !== 'OPEN') return;
    await this.#opened.phone.client.sessions.lock();
    await this.entered();
  }

  async #look({ phone }: Extract<Opened, { kind: 'OPEN' }>): Promise<void> {
    this.#session = await openSession(phone, () => undefined);
  }
}
