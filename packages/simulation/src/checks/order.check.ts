/**
 * The protocol's promise: under last-write-wins the same creations, updates and takings back lead to the same values in every
 * order of arrival. An order keeps each device's own order and what each person had seen.
 */
import { applyEvent, recordKeyOf, SETTINGS_KEY, Workset, type WellRow } from '@wellpulse/domain';
import { Random } from '../chance/random.ts';
import { short } from '../chance/trace.ts';
import type { LogEntry } from '../server/tenant-store.ts';
import type { World } from '../world/world.ts';
import type { Check } from './check.ts';

const OTHER_ORDERS = 3;
const MINUTE = 60_000;

export const checkOrder: Check = (world) => {
  const { log } = world.server.store;
  const final = world.server.store.begin();
  // Versions say who had seen what within one lineage alone.
  if (final.tenantSettings.conflictPolicy !== 'LAST_WRITE_WINS' || final.lineage !== undefined) return [];
  const settledByPeople = new Set(
    log.flatMap(({ event }) => final.conflicts.get(event.aggregateId)?.recordId ?? []),
  );
  const random = new Random(log.length);
  const entries = log.filter(({ event }) => event.eventType.startsWith('PRODUCTION_'));
  const byRecord = Map.groupBy(entries, ({ event }) => recordKeyOf(event));
  return [...byRecord].flatMap(([key, ofRecord]) => {
    // An operator's deletion that is taken is a taking back. What is contested of somebody who left waits for a person.
    const isPlain = ofRecord.every(
      ({ event, actor }) =>
        !event.authorLeft && (event.eventType !== 'PRODUCTION_DELETED' || actor.role === 'OPERATOR'),
    );
    if (!isPlain || settledByPeople.has(final.production.get(key)?.id ?? '')) return [];
    const { values, seen } = play(world, key, ofRecord);
    for (let turn = 0; turn < OTHER_ORDERS; turn += 1) {
      const other = play(world, key, shuffled(ofRecord, seen, random));
      if (other.values !== null && other.values !== values) {
        return [
          `in another order ${short(ofRecord[0]?.event.id ?? '')} is ${other.values}, not ${values ?? ''}`,
        ];
      }
    }
    return [];
  });
};

/** The values that the entries lead to, null if not all are taken; and how many of them somebody had seen. */
function play(
  { server, wellIds }: World,
  key: string,
  entries: readonly LogEntry[],
): { readonly values: string | null; readonly seen: number } {
  const workset = new Workset();
  const final = server.store.begin();
  workset.settings.load(SETTINGS_KEY, final.tenantSettings);
  for (const wellId of wellIds) {
    const well = final.wells.get(wellId);
    if (well !== undefined)
      workset.wells.load(wellId, { ...well, status: 'ACTIVE', deleted: false } satisfies WellRow);
  }
  // A field's clock never counts as later than the arrival of the event that meets it. So in another order each has to come
  // after all clocks. Each write that knows another one lies a millisecond after it.
  const arrivals = entries.map(({ event }) => Date.parse(event.receivedAt));
  const receivedAt = new Date(Math.max(...arrivals) + MINUTE).toISOString();
  const versions: number[] = [];
  let seen = 0;
  let isTaken = true;
  for (const [index, { event, actor }] of entries.entries()) {
    const baseVersion = event.baseVersion ?? 0;
    const known =
      event.deviceId === null ? index + 1 : versions.findLastIndex((version) => version <= baseVersion) + 1;
    seen = Math.max(seen, known);
    // The first one meets nothing, and its row keeps when it came.
    const played = index === 0 ? event : { ...event, receivedAt };
    isTaken &&= applyEvent(workset, played, actor).ok;
    versions.push(workset.production.get(key)?.version ?? 0);
  }
  const { deleted, oilVolume, gasVolume, waterVolume } = workset.production.get(key) ?? {};
  // The values of a row that is deleted are nobody's.
  const values = deleted === true ? [] : [oilVolume, gasVolume, waterVolume];
  return { values: isTaken ? JSON.stringify(values) : null, seen };
}

/** What anybody had seen is history; of the rest, each device keeps its order. */
function shuffled(entries: readonly LogEntry[], seen: number, random: Random): LogEntry[] {
  const placed = entries.slice(0, seen);
  const rest = entries.slice(seen);
  while (rest.length > 0) {
    const first = rest.filter(
      ({ event }, index) => rest.findIndex((other) => other.event.deviceId === event.deviceId) === index,
    );
    const next = random.pick(first);
    placed.push(next);
    rest.splice(rest.indexOf(next), 1);
  }
  return placed;
}
