/** Which wells are a person's own: pulls bring them first, and with more days than others (ADR 46). */
import type { Role } from '@wellpulse/contracts';

/** The ids in ascending order; null for every well of the tenant. */
export type WellScope = readonly string[] | null;

interface AssignableWell {
  readonly id: string;
  readonly deleted: boolean;
  readonly operatorIds: readonly string[];
}

/**
 * An operator has the wells that they are assigned to, or all if they are assigned to none. Other roles have all.
 *
 * @example
 * wellScope({ id: 'u', role: 'MANAGER' }, []); // null
 */
export function wellScope(
  user: { readonly id: string; readonly role: Role },
  wells: readonly AssignableWell[],
): WellScope {
  if (user.role !== 'OPERATOR') return null;
  const assigned = wells.filter(({ deleted, operatorIds }) => !deleted && operatorIds.includes(user.id));
  return assigned.length === 0 ? null : assigned.map(({ id }) => id).sort();
}

/** Whether a scope holds the well. */
export const isInScope = (scope: WellScope, wellId: string): boolean =>
  scope === null || scope.includes(wellId);
