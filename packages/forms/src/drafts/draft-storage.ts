/**
 * The port of drafts. A browser keeps them in `localStorage`, a device in the database of the offline client. Keys hold tenant and
 * person: nobody finishes what a colleague began on the same computer (ADR 92). `@wellpulse/forms/testing` says what each adapter must do.
 */
export interface DraftStorage {
  /** What was written last under a key, also while it is on its way to the disk; null for nothing. */
  read(key: string): string | null;
  /**
   * Keeps a text; null takes it away. `read` gives it at once. True as soon as it outlives a crash, and false where there is no
   * room: then the former text stays.
   */
  write(key: string, text: string | null): Promise<boolean>;
  /** All keys that begin so, in no order. */
  keys(prefix: string): readonly string[];
  /** Tells of changes that this one did not make, such as those of another tab. Answers with what ends it. */
  onChange(listener: () => void): () => void;
}

/** Whose drafts they are. */
export interface DraftOwner {
  readonly tenantId: string;
  readonly userId: string;
}

/**
 * The beginning of all keys of a person's drafts of one kind.
 *
 * @example
 * draftPrefix('draft', owner); // 'wellpulse.draft.<tenant>.<person>.'
 */
export const draftPrefix = (kind: string, { tenantId, userId }: DraftOwner): string =>
  `wellpulse.${kind}.${tenantId}.${userId}.`;
