/** At any moment, each person sees on their device what they entered there. */
import { short } from '../chance/trace.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const VOLUMES = ['oilVolume', 'gasVolume', 'waterVolume'] as const;

export async function checkOwnEntriesVisible(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const pending = await client.events.list({ status: 'PENDING' }).all();
  const entries = pending
    .map(({ event }) => event)
    .filter(({ eventType }) => eventType.startsWith('PRODUCTION_'));
  const recordOf = (event: (typeof entries)[number]): string =>
    `${event.aggregateId}|${String(event.payload['productionDate'])}`;
  for (const [key, events] of Map.groupBy(entries, recordOf)) {
    // Newest first. What was deleted and entered again is a story of its own.
    if (events.some(({ eventType }) => eventType === 'PRODUCTION_DELETED')) continue;
    // So is what somebody else deleted under an entry that waits, before it was entered again.
    if (events.slice(0, -1).some(({ eventType }) => eventType === 'PRODUCTION_CREATED')) continue;
    const [wellId = '', day = ''] = key.split('|');
    const [row] = await client.records.production(wellId, { from: day, to: day }).all();
    for (const name of VOLUMES) {
      const last = events.find(({ payload }) => payload[name] !== undefined);
      const wanted = last?.payload[name] ?? null;
      if (last === undefined || row === undefined || wanted === null || row[name] === wanted) continue;
      // One that waits for its author may have been changed here since, by an entry that the server has.
      const settled = await client.events
        .list({ status: 'SYNCED', record: { kind: 'production', key } })
        .all();
      const isFollowed = ({ event }: (typeof settled)[number]): boolean =>
        event.deviceSequence > last.deviceSequence && event.payload[name] === row[name];
      if (settled.some(isFollowed)) continue;
      world.faults.push(
        `${device.name}: ${short(last.id)} says ${name} ${JSON.stringify(wanted)}, and ${String(row[name])} is shown`,
      );
    }
  }
}
