/** The form in which a person signs in. Whoever has to wait after too many tries may give another name meanwhile. */
import { authEndpoints, readServerPlace } from '@wellpulse/contracts';
import type { Words } from '@wellpulse/words';
import { Observable } from '../state/observable.ts';
import { sessionSentence } from './session-sentence.ts';
import {
  refusedByFault,
  SIGN_IN_BOXES,
  type SessionAnswer,
  type SignInBox,
  type SignInStore,
  type SignInText,
} from './session-store.ts';

/** How a sign-in is asked for. */
export interface SignInParts<Who> {
  readonly store: SignInStore<Who>;
  /** The boxes that are asked for, in the order in which they stand. */
  readonly asks: readonly SignInBox[];
  /** What is known already, also of boxes that are not asked for. */
  readonly known?: Partial<SignInText>;
  /** The fewest characters of a secret; 1 if left out. */
  readonly leastSecret?: number;
  /** Milliseconds that only rise. */
  readonly elapsed: () => number;
}

const { tenant, email } = authEndpoints.login.body.shape;

/**
 * The form of a sign-in.
 *
 * @example
 * const form = new SignInForm({ store, asks: ['tenant', 'email', 'password'], elapsed });
 * form.type({ tenant: 'acme', email: 'jo@acme.example', password });
 * const who = await form.submit(words); // null as long as something is wrong
 */
export class SignInForm<Who> extends Observable {
  /** The boxes that are asked for. */
  readonly asks: readonly SignInBox[];
  readonly #parts: SignInParts<Who>;
  #text: SignInText;
  #isTried = false;
  #tries = 0;
  #phase: 'OPEN' | 'SENT' | 'SIGNED_IN' = 'OPEN';
  #refused: Extract<SessionAnswer<Who>, { kind: 'REFUSED' }> | null = null;
  #waitsUntil = 0;

  constructor(parts: SignInParts<Who>) {
    super();
    this.#parts = parts;
    this.asks = parts.asks;
    const empty = { server: '', tenant: '', email: '', password: '', deviceName: '', secret: '' };
    this.#text = { ...empty, ...parts.known };
  }

  /** What stands in the boxes. */
  get text(): SignInText {
    return this.#text;
  }

  /** Whether it is on its way, or done: then nothing is to be typed any more. */
  get isBusy(): boolean {
    return this.#phase !== 'OPEN';
  }

  /** Why the last try was refused, in words; undefined for nothing that still holds. */
  error(words: Words): string | undefined {
    return this.#refused === null ? undefined : sessionSentence(words, this.#refused.refusal);
  }

  /** Whole seconds until the same names may be tried again; 0 for at once. Nothing tells that one has passed: look again. */
  get secondsToWait(): number {
    return Math.max(0, Math.ceil((this.#waitsUntil - this.#parts.elapsed()) / 1000));
  }

  /** Counts the tries in which a box was wrong: each time the first one is to be looked at. */
  get tries(): number {
    return this.#tries;
  }

  /** Somebody typed: what was refused was something else. The code of a server, scanned or pasted, names the tenant too (ADR 103). */
  type(typed: Partial<SignInText>): void {
    const tenantOfCode = readServerPlace(typed.server ?? '')?.tenant ?? null;
    const changed = tenantOfCode === null ? typed : { tenant: tenantOfCode, ...typed };
    if (SIGN_IN_BOXES.every((box) => (changed[box] ?? this.#text[box]) === this.#text[box])) return;
    this.#text = { ...this.#text, ...changed };
    this.#refused = null;
    this.#waitsUntil = 0;
    this.changed();
  }

  /** What is wrong with a box, once somebody has tried; undefined for nothing. */
  errorOf(words: Words, box: SignInBox): string | undefined {
    return this.#isTried && this.asks.includes(box) ? this.#wrong(words, box) : undefined;
  }

  /** Signs in, unless a box is wrong. Who is signed in then; null for nobody. */
  async submit(words: Words): Promise<Who | null> {
    if (this.isBusy || this.secondsToWait > 0) return null;
    this.#isTried = true;
    this.#refused = null;
    if (this.asks.some((box) => this.#wrong(words, box) !== undefined)) {
      this.#tries += 1;
      this.changed();
      return null;
    }
    this.#phase = 'SENT';
    this.changed();
    const { server, tenant: slug, email: address, deviceName, ...secrets } = this.#text;
    const given = {
      server: readServerPlace(server)?.origin ?? '',
      tenant: slug.trim(),
      email: address.trim(),
      deviceName: deviceName.trim(),
      // A blank may belong to these.
      ...secrets,
    };
    return this.#settle(await this.#parts.store.signIn(given).catch(refusedByFault));
  }

  #settle(answer: SessionAnswer<Who>): Who | null {
    this.#phase = answer.kind === 'SIGNED_IN' ? 'SIGNED_IN' : 'OPEN';
    if (answer.kind === 'REFUSED') {
      this.#refused = answer;
      this.#waitsUntil = this.#parts.elapsed() + (answer.retryAfterSeconds ?? 0) * 1000;
    }
    this.changed();
    return answer.kind === 'SIGNED_IN' ? answer.who : null;
  }

  /** Says which box to look at, without saying what exists. */
  #wrong({ sessionWords, formatRefusal }: Words, box: SignInBox): string | undefined {
    const text = this.#text[box];
    const { leastSecret = 1 } = this.#parts;
    const isMissing = text.trim() === '';
    switch (box) {
      case 'server':
        if (isMissing) return sessionWords.serverMissing;
        return readServerPlace(text) === null ? sessionWords.serverNotValid : undefined;
      case 'tenant':
        if (isMissing) return sessionWords.tenantMissing;
        return tenant.safeParse(text.trim()).success ? undefined : sessionWords.tenantNotValid;
      case 'email':
        if (isMissing) return sessionWords.emailMissing;
        return email.safeParse(text.trim()).success ? undefined : sessionWords.emailNotValid;
      case 'password':
        return text === '' ? sessionWords.passwordMissing : undefined;
      case 'deviceName':
        return isMissing ? sessionWords.deviceNameMissing : undefined;
      case 'secret':
        if (text === '') return sessionWords.secretMissing;
        return text.length < leastSecret
          ? formatRefusal({ code: 'WEAK_SECRET', least: leastSecret })
          : undefined;
    }
  }
}
