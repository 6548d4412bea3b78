/**
 * Throttles sign-in, so that passwords can't be guessed and nobody can be locked out by somebody else (ADR 40).
 *
 * 1. An address has a number of attempts, for whatever accounts. It is counted first: who is blocked changes nothing.
 * 2. A browser that has signed in to the account before has a tenth of that for one account. Other browsers share the tenth
 *    of their address.
 * 3. Wrong passwords for an account from everywhere only slow down further attempts on it. They do not slow down a browser
 *    that has signed in to it before.
 *
 * Attempts of one browser (or address) on one account go in turn: each is judged before the next is counted. So all right
 * ones at once pass, and no more wrong ones are tried at once than in a row.
 */
import { message } from '@wellpulse/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { RateLimiters, type RateLimiter } from '../http/limits/rate-limiters.ts';
import { Turns } from './turns.ts';

const WINDOW_SECONDS = 15 * 60;
/** A crew shares an address: it may try more often than a person. */
const ADDRESS_FACTOR = 10;
const DETAIL = message('tooManyPasswords');

const FIRST_DELAY_MS = 250;
const LONGEST_DELAY_MS = 8_000;

/** How long an attempt waits after `failures` wrong ones of which `free` cost nothing: twice as long after each. */
export const delayAfter = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (failures - free));

export interface Attempt {
  /** Tenant and e-mail, whether they exist or not. */
  readonly account: string;
  readonly address: string;
  /** What a browser (or a session) is told from others by that has signed in to this account; null for all others. */
  readonly knownAs: string | null;
}

@Injectable()
export class SignInThrottle {
  readonly #free: number;
  readonly #byAddress: RateLimiter;
  readonly #bySource: RateLimiter;
  readonly #byAccount: RateLimiter;
  readonly #turns = new Turns();

  constructor(@Inject(SETTINGS) settings: Settings, @Inject(RateLimiters) limiters: RateLimiters) {
    const limit = (name: string, count: number): RateLimiter =>
      limiters.of({ name, count, seconds: WINDOW_SECONDS, detail: DETAIL });
    this.#free = settings.signInAttempts;
    this.#byAddress = limit('sign-in-address', settings.signInAttempts * ADDRESS_FACTOR);
    this.#bySource = limit('sign-in-source', settings.signInAttempts);
    this.#byAccount = limit('sign-in-account', settings.signInAttempts);
  }

  /**
   * Makes an attempt; `check` answers null for a wrong password. Throws `TOO_MANY_REQUESTS` with the seconds to wait, and
   * then `check` was not called.
   */
  async attempt<Result>(
    { account, address, knownAs }: Attempt,
    check: () => Promise<Result | null>,
  ): Promise<Result | null> {
    await this.#byAddress.consume(address);
    if (knownAs === null) await sleep(delayAfter(await this.#byAccount.countOf(account), this.#free));
    const source = `${account} ${knownAs ?? address}`;
    return this.#turns.take(source, async () => {
      await this.#bySource.consume(source);
      const result = await check();
      if (result === null) await this.#byAccount.add(account);
      else {
        await this.#bySource.reset(source);
        await this.#byAddress.subtract(address);
      }
      return result;
    });
  }
}
