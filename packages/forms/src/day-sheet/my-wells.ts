/** Whether a person sees their own wells alone. A pumper does, until they choose otherwise; a route that is asked for by name shows all of its wells. */
import type { Role } from '@wellpulse/contracts';

/** What a person chose, which their screen remembers. */
export type WellsChosen = 'mine' | 'all';

/** Who looks, and at what. */
export interface WellsAsked {
  readonly role: Role;
  /** Null if they never chose. */
  readonly choice: WellsChosen | null;
  /** Null if none was asked for. */
  readonly route: string | null;
  /** Whether any well is assigned to them; null as long as that is not known. */
  readonly hasSome: boolean | null;
}

/** Which wells a screen shows. */
export interface WellsShown {
  /** Whether there is a choice: nobody is offered an empty sheet. */
  readonly isOffered: boolean;
  /** Null as long as it is not known. */
  readonly shown: WellsChosen | null;
}

/**
 * Which wells a screen opens on.
 *
 * @example
 * wellsShown({ role: 'OPERATOR', choice: null, route: null, hasSome: true }); // { isOffered: true, shown: 'mine' }
 */
export function wellsShown({ role, choice, route, hasSome }: WellsAsked): WellsShown {
  const wanted = choice ?? (role === 'OPERATOR' ? 'mine' : 'all');
  if (route !== null) return { isOffered: false, shown: 'all' };
  if (hasSome === null) return { isOffered: false, shown: wanted === 'mine' ? null : 'all' };
  return { isOffered: hasSome, shown: hasSome ? wanted : 'all' };
}
