/** Every event that was saved is settled exactly once, or visibly waits: on its device and at the server alike. */
import type { ArchivedEvent, LoggedEvent } from '@wellpulse/offline';
import { short } from '../chance/trace.ts';
import type { SimulatedServer } from '../server/simulated-server.ts';
import { waitsForGood } from '../world/drain-all.ts';
import type { Saved } from '../world/ledger.ts';
import type { World } from '../world/world.ts';
import type { Check } from './check.ts';

export const checkSavedEvents: Check = async (world) => {
  const faults: string[] = [];
  for (const device of world.devices) {
    const { client } = device;
    if (client === null) continue;
    const all = await client.events.list().all();
    const byId = new Map(all.map((entry) => [entry.event.id, entry]));
    const waits = await waitsForGood(world, device);
    const archived = new Map((await client.events.archived().all()).map((entry) => [entry.eventId, entry]));
    for (const saved of world.ledger.of(device.name)) {
      const { id } = saved.event;
      const entry = archived.get(id);
      const fault = entry === undefined ? faultOf(saved, byId.get(id), waits) : archiveFault(world, entry);
      if (fault !== null)
        faults.push(`${device.name}: ${saved.event.eventType} ${short(saved.event.id)} ${fault}`);
    }
    for (const entry of all) {
      const fault = settledFault(world, entry);
      if (fault !== null)
        faults.push(`${device.name}: ${entry.event.eventType} ${short(entry.event.id)} ${fault}`);
    }
  }
  return faults;
};

function faultOf(
  { forgottenAt }: Saved,
  entry: LoggedEvent | undefined,
  waits: (entry: LoggedEvent) => boolean,
): string | null {
  if (entry === undefined)
    return forgottenAt !== null ? null : 'was saved, and is not on its device any more';
  if (entry.status === 'PENDING' && !waits(entry)) return 'is stuck';
  return null;
}

/** A clock that jumps makes events old: of those that the server has, a line is left. */
function archiveFault({ server }: World, { eventId, status }: ArchivedEvent): string | null {
  // A line alone can't be brought again to a server that was put back.
  if (server.lost.has(eventId) && !server.batches.kept.has(eventId)) return null;
  const said = server.batches.kept.get(eventId)?.outcome.result ?? 'nothing';
  const isSettled = status === 'SKIPPED' ? said === 'FAILED' : said === status;
  return isSettled || wasSettledAs(server, eventId, status)
    ? null
    : `was archived as ${status}, and the server says ${said}`;
}

/**
 * A backup from before a former restore holds an event as it was settled then. Its device asks only whether the event is settled, and
 * keeps what it heard last (docs/sync-protocol.md, "Lineage"). The record and its conflict come with the pull.
 */
function wasSettledAs({ store, batches }: SimulatedServer, eventId: string, status: string): boolean {
  if (store.begin().lineage === undefined || !isTaken(batches.kept.get(eventId)?.outcome)) return false;
  return batches.heard.some(
    ({ raw, outcome }) => raw.id === eventId && isTaken(outcome) && outcome.result === status,
  );
}

/** A refusal that settles no id at the server: it may take the entry from another device, or another entry of that id. */
const SETTLE_NOTHING: ReadonlySet<unknown> = new Set([
  'SIGNATURE_INVALID',
  'TENANT_MISMATCH',
  'EVENT_ID_REUSED',
]);

const isTaken = (outcome: { readonly result: string } | undefined): boolean =>
  outcome?.result === 'SYNCED' || outcome?.result === 'CONFLICT';

/** What a device believes of an event, against what the server has decided. */
function settledFault({ server }: World, { event, status, outcome }: LoggedEvent): string | null {
  const kept = server.batches.kept.get(event.id)?.outcome;
  switch (status) {
    case 'PENDING':
      return null;
    case 'SYNCED':
      return kept?.result === 'SYNCED' || wasSettledAs(server, event.id, status)
        ? null
        : `counts as synced, and the server says ${kept?.result ?? 'nothing'}`;
    case 'CONFLICT':
      return kept?.result === 'CONFLICT' || wasSettledAs(server, event.id, status)
        ? null
        : `counts as a conflict, and the server says ${kept?.result ?? 'nothing'}`;
    case 'FAILED':
    case 'SKIPPED': {
      const code = outcome !== null && 'code' in outcome ? outcome.code : 'nothing';
      // A backup from before a former restore may hold it as taken. The device asks, and sends it again.
      if (isTaken(kept) && !SETTLE_NOTHING.has(code))
        return `counts as refused (${String(code)}), and the server has taken it`;
      const wasSaid = server.batches.heard.some(
        (heard) =>
          heard.raw.id === event.id &&
          heard.outcome.result === 'FAILED' &&
          !heard.outcome.retryable &&
          heard.outcome.code === code,
      );
      return wasSaid ? null : `counts as refused (${String(code)}), and the server never refused it so`;
    }
  }
}
