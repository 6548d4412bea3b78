/** The phone through the life of the program: its data is opened, people come and go. */
import { Observable } from '@wellpulse/forms';
import type { DeviceStatus } from '@wellpulse/offline';
import type { Opened } from './open-own-phone.ts';
import { openSession, type Session } from './session.tsx';

/** A person who signs in once more has no open key for a moment: while it is sealed by their new PIN, which takes a second on purpose. */
const SIGNING_IN_MS = 10_000;

type OpenPhone = Extract<Opened, { kind: 'OPEN' }>;

/** Where somebody is in the app. */
export interface Place {
  readonly userId: string;
  /** Of the screen, such as `/wells/…`. */
  readonly path: string;
}

export class PhoneLife extends Observable {
  readonly #open: () => Promise<Opened>;
  readonly #signingInMs: number;
  #opened: Opened | null = null;
  #session: Session | null = null;
  #place: Place | null = null;
  #unfollow = (): void => undefined;

  /** `open` opens the data, and never throws. */
  constructor(open: () => Promise<Opened>, signingInMs = SIGNING_IN_MS) {
    super();
    this.#open = open;
    this.#signingInMs = signingInMs;
  }

  /** Null until it is known. */
  get opened(): Opened | null {
    return this.#opened;
  }

  /** The person at the phone, and what is theirs; null while nobody is. */
  get session(): Session | null {
    return this.#session;
  }

  /** Where the person was who was at the phone last; null for nobody since the start. */
  get place(): Place | null {
    return this.#place;
  }

  /** The person at the phone went to another screen. */
  wentTo(path: string): void {
    if (this.#session !== null) this.#place = { userId: this.#session.person.id, path };
  }

  /** Opens the data, or tries it once more. */
  async open(): Promise<void> {
    this.#unfollow();
    this.#opened = null;
    this.changed();
    const opened = await this.#open();
    if (opened.kind === 'OPEN') {
      await this.#look(opened);
      this.#unfollow = opened.phone.client.status.subscribe((status) => void this.#noticeEnd(opened, status));
    }
    this.#opened = opened;
    this.changed();
  }

  /** Somebody has signed in, or taken over. */
  async entered(): Promise<void> {
    if (this.#opened?.kind !== 'OPEN') return;
    await this.#look(this.#opened);
    this.changed();
  }

  /** Closes the screens of whoever is at the phone at once, and then their keys. What they typed is on the disk. */
  async lock(): Promise<void> {
    if (this.#opened?.kind !== 'OPEN') return;
    this.#leave();
    await this.#opened.phone.client.sessions.lock();
  }

  async #look({ phone }: OpenPhone): Promise<void> {
    this.#session = await openSession(phone, () => undefined);
  }

  /** A phone that the office calls lost, or has retired, is left at once by whoever was at it. So is one whose keys were closed otherwise. */
  async #noticeEnd({ phone }: OpenPhone, { lostAt, retiredAt }: DeviceStatus): Promise<void> {
    const before = this.#session;
    if (before === null) return;
    const isGone = async (): Promise<boolean> => {
      const person = await phone.client.sessions.current().catch(() => undefined);
      return person?.id !== before.person.id;
    };
    if (lostAt === null && retiredAt === null) {
      if (!(await isGone())) return;
      await new Promise((resolve) => setTimeout(resolve, this.#signingInMs));
      if (!(await isGone())) return;
    }
    if (this.#session === before) this.#leave();
  }

  #leave(): void {
    this.#session = null;
    this.changed();
  }
}
