/**
 * An entry is taken if its author could enter when it was typed, and refused if not. An entry is nobody's if its hand did not
 * sign it.
 */
import { mayAccess } from '@wellpulse/contracts';
import type { RolePeriod } from '@wellpulse/domain';
import { short } from '../chance/trace.ts';
import { EARLIEST_MS, LATEST_MS } from './times.check.ts';
import type { Check } from './check.ts';

/** What nothing but the author's rights keeps out. */
const ENTRIES = new Set(['PRODUCTION_CREATED', 'PRODUCTION_UPDATED', 'EQUIPMENT_CREATED']);
/** The server's clock is set too, and what is refused has no time in the log: so near to a change of role either one may judge. */
const SERVER_CLOCK_MS = 25_000;

const mayEnter = ({ role }: RolePeriod): boolean => role !== null && mayAccess(role, 'ENTER');

/** Those that lie within a time, in milliseconds. */
const around = (periods: readonly RolePeriod[], from: number, to: number): readonly RolePeriod[] =>
  periods.filter(
    ({ since }, index) =>
      Date.parse(since) <= to && Date.parse(periods[index + 1]?.since ?? '9999-01-01T00:00:00Z') >= from,
  );

/** `checkTimes` says whether the log's time of an entry is true. */
export const checkRights: Check = ({ server, ledger }) => {
  const periodsOf = (userId: string): readonly RolePeriod[] =>
    server.store.rolePeriodsOf(userId, { now: server.time(), arrival: server.time() });
  const taken = server.store.log.flatMap(({ event: { id, eventType, userId, deviceId, occurredAt } }) => {
    if (deviceId === null || userId === null || !ENTRIES.has(eventType)) return [];
    const at = Date.parse(occurredAt);
    const then = around(periodsOf(userId), at - SERVER_CLOCK_MS, at + SERVER_CLOCK_MS);
    return then.length === 0 || then.some(mayEnter)
      ? []
      : [`${eventType} ${short(id)} is taken, though its author could enter nothing when it was typed`];
  });
  const refused = ledger.saved.flatMap(({ event, at }) => {
    const kept = server.batches.kept.get(event.id)?.outcome;
    if (kept?.result !== 'FAILED' || kept.code !== 'FORBIDDEN' || !ENTRIES.has(event.eventType)) return [];
    if (ledger.carried.has(event.id)) return [];
    const from = at + EARLIEST_MS - SERVER_CLOCK_MS;
    const to = at + LATEST_MS + SERVER_CLOCK_MS;
    return around(periodsOf(event.userId), from, to).every(mayEnter)
      ? [`${event.eventType} ${short(event.id)} is refused, though its author could enter when it was typed`]
      : [];
  });
  return [...taken, ...refused];
};

export const checkHands: Check = ({ server, ledger }) =>
  server.store.log.flatMap(({ event }) =>
    ledger.forged.has(event.id) ? [`${short(event.id)} counts as of somebody who never signed it`] : [],
  );
