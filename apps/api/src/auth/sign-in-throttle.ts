/** Throttles sign-in: wrong passwords are counted by account and by address, in a store that all processes share. */
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS, type Settings } from '../config/settings.ts';
import { RateLimiters, type RateLimiter } from '../http/rate-limiters.ts';

const WINDOW_SECONDS = 15 * 60;
/** A crew shares an address: it may try more often than an account. */
const ADDRESS_FACTOR = 10;
const DETAIL = 'Too many wrong passwords. Wait, then try again';

@Injectable()
export class SignInThrottle {
  readonly #byAccount: RateLimiter;
  readonly #byAddress: RateLimiter;

  constructor(@Inject(SETTINGS) settings: Settings, @Inject(RateLimiters) limiters: RateLimiters) {
    const limit = (name: string, count: number): RateLimiter =>
      limiters.of({ name, count, seconds: WINDOW_SECONDS, detail: DETAIL });
    this.#byAccount = limit('sign-in-account', settings.signInAttempts);
    this.#byAddress = limit('sign-in-address', settings.signInAttempts * ADDRESS_FACTOR);
  }

  /** Counts an attempt before it is made; throws `TOO_MANY_REQUESTS` with the seconds to wait. */
  async begin(account: string, address: string): Promise<void> {
    await this.#byAccount.consume(account);
    await this.#byAddress.consume(address);
  }

  /** The attempt was right: it does not count. */
  async succeeded(account: string, address: string): Promise<void> {
    await this.#byAccount.reset(account);
    await this.#byAddress.takeBack(address);
  }
}
