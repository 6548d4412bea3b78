/** Who an event is by, and what they may do to the work of others. */
import { mayAccess, type Role } from '@wellpulse/contracts';

/** Who acts. The command-line tool acts as nobody and may do everything. */
export type Actor =
  | {
      readonly userId: string;
      /** What entries go by: creations, changes and takings back. */
      readonly role: Role;
      /** What deletions of others' work and settlements go by. */
      readonly rulingRole: Role | null;
    }
  | { readonly userId: null; readonly role: null };

/**
 * Somebody who acts here and now.
 *
 * @example
 * present('u', 'MANAGER'); // { userId: 'u', role: 'MANAGER', rulingRole: 'MANAGER' }
 */
export const present = (userId: string, role: Role): Actor => ({ userId, role, rulingRole: role });

/**
 * Whether an actor may delete what others entered, and settle what others disagree about: managers and administrators may.
 *
 * @example
 * mayManageOthersWork(present('u', 'OPERATOR')); // false
 */
export const mayManageOthersWork = (actor: Actor): boolean =>
  actor.userId === null || (actor.rulingRole !== null && mayAccess(actor.rulingRole, 'MANAGE'));
