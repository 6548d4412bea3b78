/** Refresh tokens as the server keeps them: each for one use, and the same use again, by its key, gets the same answer. */
interface Token {
  readonly email: string;
  isUsed: boolean;
  readonly successors: Map<string, string>;
}

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
    if (found === undefined || this.#over.has(found.email)) return null;
    const { email, successors } = found;
    const before = successors.get(key ?? '');
    if (before !== undefined && this.#tokens.get(before)?.isUsed === false) {
      return { email, refreshToken: before };
    }
    if (found.isUsed) {
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
