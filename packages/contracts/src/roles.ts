/** Who may do what. One table for the API's guards, the dashboard's menus and the tests of every route. */
import { z } from 'zod';

/** The roles of a tenant's users. Each may do what the ones before it may. */
export const ROLES = ['VIEWER', 'OPERATOR', 'MANAGER', 'ADMIN'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** The groups of roles that routes are open to. `PUBLIC` needs no sign-in at all. */
export const ACCESS = {
  PUBLIC: [],
  READ: ['VIEWER', 'OPERATOR', 'MANAGER', 'ADMIN'],
  ENTER: ['OPERATOR', 'MANAGER', 'ADMIN'],
  MANAGE: ['MANAGER', 'ADMIN'],
  ADMINISTER: ['ADMIN'],
} as const satisfies Record<string, readonly Role[]>;
export type Access = keyof typeof ACCESS;

/**
 * True if a person with `role` may use what is open to `access`.
 *
 * @example
 * mayAccess('OPERATOR', 'MANAGE'); // false
 */
export const mayAccess = (role: Role, access: Access): boolean =>
  access === 'PUBLIC' || (ACCESS[access] as readonly Role[]).includes(role);
