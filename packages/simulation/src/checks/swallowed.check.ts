/** What a link swallows waits alone, and the list of what waits names it with the reason. `checkSavedEvents` has the rest arrive. */
import type { OfflineClient } from '@wellpulse/offline';
import { short } from '../chance/trace.ts';
import { swallowsEvent, swallowsPhoto } from '../network/swallowing.ts';
import type { SimulatedDevice } from '../world/simulated-device.ts';
import { isBehind } from '../world/behind.ts';
import { isOwnerGone } from '../world/drain-all.ts';
import type { World } from '../world/world.ts';
import type { Check } from './check.ts';

export const checkSwallowed: Check = async (world) => {
  const faults: string[] = [];
  for (const device of world.devices) {
    const { client, name } = device;
    if (client === null) continue;
    for (const fault of [
      ...(await unnamedEntries(client, device)),
      ...(await unnamedPhotos(client, device, world)),
    ])
      faults.push(`${name}: ${fault} waits, and nothing says so`);
  }
  return faults;
};

async function unnamedEntries(client: OfflineClient, { link }: SimulatedDevice): Promise<string[]> {
  const pending = await client.events.list({ status: 'PENDING' }).all();
  const named = new Map((await client.pendingList().all()).map((item) => [item.eventId, item]));
  return pending.flatMap(({ event }) => {
    const item = named.get(event.id);
    // Where an earlier one on its record waits, it was never tried.
    const wasTried = !pending.some((other) => isBehind(event, other.event));
    const needsReason = swallowsEvent(link.swallowing, event) && wasTried;
    return item === undefined || (needsReason && item.problem === null) ? [short(event.id)] : [];
  });
}

/** A photo that the link swallows stands on a line of its own. */
async function unnamedPhotos(
  client: OfflineClient,
  { link, name }: SimulatedDevice,
  { ledger, server }: World,
): Promise<string[]> {
  const lines = (await client.pendingList().all()).filter(({ content }) => content.kind === 'PHOTO').length;
  const swallowed: string[] = [];
  const rows = server.store.begin().photos.all();
  // A photo that the server has is kept on the device for a while, and waits for nothing.
  const stored = new Set(
    rows.flatMap(({ id, aliasIds, state }) => (state === 'STORED' ? [id, ...aliasIds] : [])),
  );
  for (const { event, photoBytes } of ledger.of(name)) {
    const said = server.batches.kept.get(event.id)?.outcome.result;
    if ((said !== 'SYNCED' && said !== 'CONFLICT') || isOwnerGone(server, event.aggregateId)) continue;
    for (const [photoId, bytes] of photoBytes) {
      if (stored.has(photoId) || !swallowsPhoto(link.swallowing, bytes)) continue;
      if ((await client.photos.open(photoId)) !== null) swallowed.push(short(photoId));
    }
  }
  return swallowed.length > lines ? swallowed.slice(lines) : [];
}
