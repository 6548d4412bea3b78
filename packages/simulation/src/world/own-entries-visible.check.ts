/** At any moment, each person sees on their device what they entered there. */
import type { LoggedEvent } from '@wellpulse/offline';
import { short } from '../chance/trace.ts';
import type { SimulatedDevice } from './simulated-device.ts';
import type { World } from './world.ts';

const VOLUMES = ['oilVolume', 'gasVolume', 'waterVolume'] as const;

export async function checkOwnEntriesVisible(world: World, device: SimulatedDevice): Promise<void> {
  const { client } = device;
  if (client === null) return;
  const pending = await client.events.list({ status: 'PENDING' }).all();
  const entries = pending.filter(({ event }) => event.eventType.startsWith('PRODUCTION_'));
  const recordOf = ({ event }: LoggedEvent): string =>
    `${event.aggregateId}|${String(event.payload['productionDate'])}`;
  for (const [key, logged] of Map.groupBy(entries, recordOf)) {
    const events = logged.map(({ event }) => event);
    // Newest first. What was deleted and entered again is a story of its own.
    if (events.some(({ eventType }) => eventType === 'PRODUCTION_DELETED')) continue;
    // So is what somebody else deleted under an entry that waits, before it was entered again.
    if (events.slice(0, -1).some(({ eventType }) => eventType === 'PRODUCTION_CREATED')) continue;
    const [wellId = '', day = ''] = key.split('|');
    const [row] = await client.records.production(wellId, { from: day, to: day }).all();
    for (const name of VOLUMES) {
      const entry = logged.find(({ event }) => event.payload[name] !== undefined);
      const wanted = entry?.event.payload[name] ?? null;
      if (entry === undefined || row === undefined || wanted === null || row[name] === wanted) continue;
      const last = entry.event;
      // One that waits for its author holds up nobody else's. So the server may have a later entry of the device: as `synced`, or as
      // `MERGE` if somebody else changed another field. The waiting one comes before it (docs/sync-protocol.md, "Conflicts").
      // Then the later value stands there, or what others made of it. One that came in a file holds up nothing that was entered here. So it
      // may be on the device that made it, and was set back since. The later entry counts, in the file or here.
      const isOfFile = entry.origin === 'IMPORTED';
      const isLater = ({ deviceId, deviceSequence, timestamp }: LoggedEvent['event']): boolean =>
        isOfFile
          ? timestamp > last.timestamp
          : deviceId === last.deviceId && deviceSequence > last.deviceSequence;
      const counts = ({ status }: LoggedEvent): boolean =>
        status === 'SYNCED' || status === 'CONFLICT' || (isOfFile && status === 'PENDING');
      const isFollowed = (other: LoggedEvent): boolean =>
        counts(other) && isLater(other.event) && other.event.payload[name] !== undefined;
      const ofRecord = await client.events.list({ record: { kind: 'production', key } }).all();
      if (ofRecord.some(isFollowed)) continue;
      world.faults.push(
        `${device.name}: ${short(last.id)} says ${name} ${JSON.stringify(wanted)}, and ${String(row[name])} is shown`,
      );
    }
  }
}
