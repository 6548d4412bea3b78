/** Whose rights decide about an entry that one person made and another may have sent (ADR 15). */
import { mayAccess, type Role } from '@wellpulse/contracts';

export interface Author {
  readonly role: Role;
  /** The devices that the author is known to have used. */
  readonly deviceIds: ReadonlySet<string>;
}

export interface Sender {
  readonly id: string;
  readonly role: Role;
}

/**
 * The role that an entry of `userId` counts with; undefined if there is no such user. Authors keep their own role for
 * what they send themselves, and on devices that they are known to have used. On any other device nothing shows that the
 * author ever held it: the entry may do no more than its sender.
 */
export function authorRole(
  sender: Sender,
  deviceId: string,
  userId: string,
  author: Author | undefined,
): Role | undefined {
  if (author === undefined || userId === sender.id || author.deviceIds.has(deviceId)) return author?.role;
  return mayAccess(author.role, 'MANAGE') && !mayAccess(sender.role, 'MANAGE') ? sender.role : author.role;
}
