/** Refresh tokens by the rule of the domain: each for one use, and the same use again, by its key, gets the same answer. */
import { refreshOutcome } from '@wellpulse/domain';

interface Token {
  readonly email: string;
  isUsed: boolean;
  readonly successors: Map<string, string>;
}

const NEVER = '9999-12-31';

export class FakeSessions {
  readonly #tokens = new Map<string, Token>();
  readonly #over = new Set<string>();

  /** A new session's first token. */
  open(email: string): string {
    this.#over.delete(email);
    return this.#add(email);
  }

  /** Whose token it is, and the next one; null if the session is over, as it is from now on if this was reuse. */
  rotate(token: string, key: string | undefined): { email: string; refreshToken: string } | null {
    const found = this.#tokens.get(token);
    const successor = found?.successors.get(key ?? '');
    const use = found && {
      expiresAt: NEVER,
      hasSessionEnded: this.#over.has(found.email),
      wasUsedBefore: found.isUsed,
      wasSuccessorUsed: successor === undefined ? null : (this.#tokens.get(successor)?.isUsed ?? null),
    };
    const outcome = refreshOutcome(use, '');
    if (found === undefined || outcome === 'SESSION_ENDED') return null;
    const { email, successors } = found;
    if (outcome === 'REPEATED' && successor !== undefined) return { email, refreshToken: successor };
    if (outcome === 'REUSED') {
      this.#over.add(email);
      return null;
    }
    found.isUsed = true;
    const refreshToken = this.#add(email);
    if (key !== undefined) successors.set(key, refreshToken);
    return { email, refreshToken };
  }

  #add(email: string): string {
    const token = `refresh ${email} ${this.#tokens.size + 1}`;
    this.#tokens.set(token, { email, isUsed: false, successors: new Map() });
    return token;
  }
}
