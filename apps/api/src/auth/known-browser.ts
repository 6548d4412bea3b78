/**
 * Says that a browser has signed in to an account before. Then what others try on that account does not slow it down (ADR
 * 40). It opens nothing: a password is asked for as ever. Each sign-in gives out one, of a random name. Its seal is made of
 * the name and the account.
 */
import { Inject, Injectable } from '@nestjs/common';
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { derivedSecret } from '../config/derived-secret.ts';
import { SETTINGS, type Settings } from '../config/settings.ts';

/** What a browser keeps for several people who share it stands in a row. */
const SEPARATOR = '~';

@Injectable()
export class KnownBrowser {
  readonly #secret: Buffer;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.#secret = derivedSecret(settings, 'known browsers');
  }

  /** A new one for an account. */
  issue(account: string): string {
    const name = randomBytes(16).toString('base64url');
    return `${name}.${this.#seal(name, account).toString('base64url')}`;
  }

  /** The name under which we know the browser for this account; null if none of those given was issued for it. */
  nameFor(account: string, given: string | undefined): string | null {
    for (const one of given?.split(SEPARATOR) ?? []) {
      const [name = '', seal = ''] = one.split('.');
      const right = this.#seal(name, account);
      const bytes = Buffer.from(seal, 'base64url');
      if (bytes.length === right.length && timingSafeEqual(bytes, right)) return name;
    }
    return null;
  }

  #seal(name: string, account: string): Buffer {
    return createHmac('sha256', this.#secret).update(`${name} ${account}`).digest();
  }
}
