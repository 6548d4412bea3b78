/** Who may take over an entry that waits for a person (docs/sync-protocol.md, "7. Rights"; ADR 53). */
import { mayAccess, type Role, type WaitingEntry } from '@wellpulse/contracts';

/** What is asked of an entry that waits. */
export interface WaitingFor {
  readonly kind: WaitingEntry['kind'];
  readonly authorId: string | null;
  /** Null if the tenant knows no such person. */
  readonly authorRole: Role | null;
  /** Whether the author's account is neither suspended nor removed. */
  readonly isAuthorActive: boolean;
}

/**
 * Nobody signs for anybody else who is still there: an entry that its author can confirm is the author's alone. All others are the
 * managers'.
 *
 * @example
 * mayEnterWaiting(entry, { id: caller.id, role: caller.role });
 */
export function mayEnterWaiting(
  { kind, authorId, authorRole, isAuthorActive }: WaitingFor,
  person: { readonly id: string; readonly role: Role },
): boolean {
  const canAuthorEnter = isAuthorActive && authorRole !== null && mayAccess(authorRole, 'ENTER');
  return kind === 'AUTHOR_MUST_CONFIRM' && canAuthorEnter
    ? authorId === person.id
    : mayAccess(person.role, 'MANAGE');
}

/**
 * Whose waiting entries a person decides about: null for everybody's. Managers decide about all, the others about their own.
 *
 * @example
 * whoseWaiting({ id: 'jo', role: 'OPERATOR' }); // 'jo'
 */
export const whoseWaiting = ({ id, role }: { readonly id: string; readonly role: Role }): string | null =>
  mayAccess(role, 'MANAGE') ? null : id;
