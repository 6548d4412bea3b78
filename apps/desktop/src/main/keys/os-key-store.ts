/** The operating system's store of secrets, as this program needs it: it wraps a text so that only this account opens it. */
export interface OsKeyStore {
  /** The text wrapped, in base64. */
  wrap(text: string): Promise<string>;
  /** Null for what this account can't open. */
  unwrap(wrapped: string): Promise<string | null>;
}
