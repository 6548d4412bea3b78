/**
 * The moment when a person really typed counts, however wrong their device's clock is. It also counts if the clock was set
 * while the entry waited.
 */
import { short } from '../chance/trace.ts';
import type { Check } from './check.ts';

/** The server's own clock may be off by this. */
export const EARLIEST_MS = -25_000;
/** A batch may be this long on its way, and its device can't know. */
export const LATEST_MS = 8 * 60_000;

export const checkTimes: Check = ({ server, ledger }) => {
  const saved = new Map(ledger.saved.map((entry) => [entry.event.id, entry]));
  return server.store.log.flatMap(({ event: { id, occurredAt } }) => {
    const entry = saved.get(id);
    if (entry === undefined || ledger.carried.has(id)) return [];
    const late = Date.parse(occurredAt) - entry.at;
    return late >= EARLIEST_MS && late <= LATEST_MS
      ? []
      : [`${short(id)} counts as entered ${Math.round(late / 1000)} s later than it was`];
  });
};
