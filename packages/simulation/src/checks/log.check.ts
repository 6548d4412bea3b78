/** The server's log: each event once, in its device's order for each record, and enough to make every table from. */
import { applyEvent, recordKeyOf, Workset } from '@wellpulse/domain';
import { short } from '../chance/trace.ts';
import { tablesOf } from '../server/tenant-store.ts';
import type { Check } from './check.ts';

export const checkLogOnce: Check = ({ server }) => {
  const seen = new Set<string>();
  return server.store.log.flatMap(({ event: { id, eventType } }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [`${eventType} ${short(id)} stands in the log twice`];
  });
};

/** What the server took stands in its log, and has its outcome. */
export const checkLogComplete: Check = ({ server }) => {
  const outcomes = server.batches.kept;
  return server.store.log.flatMap(({ event: { id, deviceId } }) => {
    if (deviceId === null) return [];
    const outcome = outcomes.get(id)?.outcome.result;
    return outcome === 'SYNCED' || outcome === 'CONFLICT'
      ? []
      : [`${short(id)} was applied, and counts as ${outcome ?? 'unknown'}`];
  });
};

export const checkOrderOnRecords: Check = ({ server, ledger }) => {
  const last = new Map<string, { readonly sequence: number; readonly at: number }>();
  const saved = new Map(ledger.saved.map((entry) => [entry.event.id, entry]));
  // What waits for its author to sign it anew holds up nobody else's.
  const waited = new Set(
    server.batches.heard.flatMap(({ raw, outcome }) =>
      outcome.result === 'FAILED' && outcome.code === 'SIGNATURE_INVALID' ? [raw.id] : [],
    ),
  );
  const wasPutBack = server.store.log.some(({ event }) => event.eventType === 'LINEAGE_BEGUN');
  return server.store.log.flatMap(({ event }) => {
    // A file holds what waits. It can reach a server that was put back before the device brings again what was lost there.
    if (wasPutBack && ledger.carried.has(event.id)) return [];
    // Its number may be one of before the device was set back.
    if (event.deviceId === null || ledger.hasOldNumber(event.id) || waited.has(event.id)) return [];
    const { at = 0, forgottenAt = null } = saved.get(event.id) ?? {};
    // Its device was set back to before it, and then to a newer copy that holds it. What was entered in between was sent first.
    if (forgottenAt !== null) return [];
    const sequence = server.batches.kept.get(event.id)?.verdict.received.deviceSequence ?? 0;
    const key = `${event.deviceId}|${recordKeyOf(event)}`;
    const before = last.get(key);
    if (before === undefined || before.sequence < sequence) last.set(key, { sequence, at });
    // On a device that was set back, an entry waits for its number until its author is there. Others may type later ones meanwhile.
    return before !== undefined && before.sequence > sequence && before.at >= at
      ? [`${short(event.id)} was settled after a later one of its device on the same record`]
      : [];
  });
};

export const checkReplay: Check = ({ server }) => {
  const replayed = new Workset();
  for (const { event, actor } of server.store.log) applyEvent(replayed, event, actor);
  const made = tablesOf(replayed);
  return Object.entries(tablesOf(server.store.begin())).flatMap(([name, rows]) => {
    const other = made[name] ?? [];
    const missing = rows.find((row) => !other.includes(row));
    return missing === undefined && rows.length === other.length
      ? []
      : [`the log doesn't give the table ${name}: ${missing ?? 'there are more rows'}`];
  });
};
