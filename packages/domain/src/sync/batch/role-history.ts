/**
 * Whose rights decide about an event: those of the person whose key signed it (docs/sync-protocol.md, "7. Rights").
 *
 *   role      OPERATOR ------------ MANAGER ------- removed
 *   time      |            |            |      |       |          |
 *                        typed                       ended     arrives
 *
 *   An entry goes by the role when it was typed: OPERATOR. Its author has left, so what is contested waits for a person.
 *   A deletion of others' work, or a settlement, goes by the lowest role from then until it arrives: none.
 */
import { mayAccess, ROLES, type EventType, type Role } from '@wellpulse/contracts';
import { DAY_MS } from '../../calendar.ts';

/** What a person could do from a moment on. */
export interface RolePeriod {
  readonly since: string;
  /** Null for a person who was removed or suspended. */
  readonly role: Role | null;
}

/** The events by which a person's role changes. */
export const ROLE_CHANGES = ['USER_CREATED', 'USER_UPDATED', 'USER_DELETED'] as const satisfies EventType[];

/** What changed what a person may do; the rest of the event does not matter. */
export interface RoleChange {
  readonly eventType: string;
  readonly payload: { readonly role?: Role | null | undefined; readonly status?: string | null | undefined };
  readonly receivedAt: string;
}

/**
 * A person's periods, from all events of the log that are about the person, the oldest first.
 *
 * @example
 * const periods = rolePeriodsOf(changesOfPerson);
 * rightsOf(periods, event.occurredAt, event.receivedAt);
 */
export function rolePeriodsOf(events: readonly RoleChange[]): RolePeriod[] {
  let role: Role | null = null;
  let isActive = true;
  return events.map(({ eventType, payload, receivedAt }) => {
    role = payload.role ?? role;
    if (typeof payload.status === 'string') isActive = payload.status === 'ACTIVE';
    if (eventType === 'USER_DELETED') isActive = false;
    return { since: receivedAt, role: isActive ? role : null };
  });
}

/** Two times by the server's clock, RFC 3339. */
export interface ArrivalTimes {
  /** What the server's clock says now. */
  readonly now: string;
  /** When the events arrived that are judged now. */
  readonly arrival: string;
}

/**
 * When a row of the log happened at the latest (ADR 48). What was written while the server's clock was ahead happened before the
 * next row, and before what arrives now. `setRightBy` is the first time that a later row bears after the clock was set right;
 * null if there is none.
 *
 * @example
 * const at = '2025-10-20T12:00:00.000Z';
 * loggedBefore({ receivedAt: at, setRightBy: null }, { now: at, arrival: at }) === at; // true
 */
export function loggedBefore(
  { receivedAt, setRightBy }: { readonly receivedAt: string; readonly setRightBy: string | null },
  { now, arrival }: ArrivalTimes,
): string {
  const time = receivedAt > now ? arrival : receivedAt;
  return setRightBy !== null && setRightBy < time ? setRightBy : time;
}

export interface Rights {
  /** The role when the event happened; entries go by it. Null for none. */
  readonly roleThen: Role | null;
  /** The lowest role from then until the arrival; deletions and settlements go by it. */
  readonly lowestRole: Role | null;
  /** When the author could enter nothing any more; null while they still can. */
  readonly endedAt: string | null;
}

/** So long after its author's end an entry from before is taken. */
export const TAKEN_AFTER_END_DAYS = 30;

/**
 * The rights of an event's author. `periods` are theirs, the oldest first; there is at least one.
 *
 * @example
 * const { roleThen, lowestRole } = rightsOf(periods, event.occurredAt, event.receivedAt);
 */
export function rightsOf(periods: readonly RolePeriod[], occurredAt: string, receivedAt: string): Rights {
  const [first] = periods;
  if (first === undefined) throw new Error('Everybody has a period from their first day on');
  const heldBy = (at: string): RolePeriod => periods.findLast(({ since }) => since <= at) ?? first;
  const then = heldBy(occurredAt);
  const between = periods.filter(({ since }) => since > occurredAt && since <= receivedAt);
  return {
    roleThen: then.role,
    lowestRole: [then, ...between].map(({ role }) => role).reduce(lower),
    endedAt: endOf(
      periods.filter(({ since }) => since <= receivedAt),
      first,
    ),
  };
}

/** Whether an entry is taken that somebody with these rights made. */
export const mayEnter = ({ roleThen, endedAt }: Rights, receivedAt: string): boolean =>
  isEntrant(roleThen) &&
  (endedAt === null || Date.parse(receivedAt) - Date.parse(endedAt) <= TAKEN_AFTER_END_DAYS * DAY_MS);

const isEntrant = (role: Role | null): boolean => role !== null && mayAccess(role, 'ENTER');

const rank = (role: Role | null): number => (role === null ? -1 : ROLES.indexOf(role));
const lower = (left: Role | null, right: Role | null): Role | null =>
  rank(left) <= rank(right) ? left : right;

/** When the present run of periods began that allow no entry. */
function endOf(past: readonly RolePeriod[], first: RolePeriod): string | null {
  const lastGood = past.findLastIndex(({ role }) => isEntrant(role));
  if (past.length === 0) return isEntrant(first.role) ? null : first.since;
  return past[lastGood + 1]?.since ?? null;
}
