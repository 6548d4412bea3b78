/** A photo is in the storage, as it was taken, before it leaves its device. */
import { entryOwner, ownerOf, photoKey, photoPath } from '@wellpulse/domain';
import { wholeOf } from '@wellpulse/offline';
import { createHash } from 'node:crypto';
import { short } from '../chance/trace.ts';
import { photosArrived, waitsForGood } from '../world/drain-all.ts';
import type { Check } from './check.ts';

export const checkPhotos: Check = async (world) => {
  const { server, ledger, devices } = world;
  const rows = server.store.begin().photos;
  const faults: string[] = [];
  for (const row of rows.all()) {
    const { sha256, state, id } = row;
    const bytes = server.photos.blobs.get(photoPath(ownerOf(row), sha256));
    const isWhole = bytes !== undefined && sha256Of(bytes) === sha256;
    if (state === 'STORED' && !isWhole) faults.push(`the photo ${short(id)} counts as stored, and is not`);
  }
  for (const device of devices) {
    const { name, client } = device;
    const pending = (await client?.events.list({ status: 'PENDING' }).all()) ?? [];
    const waiting = pending.filter(await waitsForGood(world, device));
    for (const saved of ledger.of(name)) {
      if (!photosArrived(world, saved, waiting))
        faults.push(`${name}: photos of ${short(saved.event.id)} are stuck`);
      const owner = entryOwner(saved.event);
      if (saved.forgottenAt !== null || owner === null) continue;
      for (const [photoId, bytes] of saved.photoBytes) {
        const row = rows.get(photoKey(owner, sha256Of(bytes)));
        const kept = (await client?.photos.open(photoId)) ?? null;
        const isKept = kept !== null && (await wholeOf(kept.pieces()))[0] === bytes[0];
        // Its row is lost with its item, and the storage is not put back with the database.
        const path = photoPath(owner, sha256Of(bytes));
        const isOutlived = server.lost.has(saved.event.id) && server.photos.blobs.has(path);
        if (row?.state !== 'STORED' && !isKept && !isOutlived)
          faults.push(`${name}: the photo ${short(photoId)} is lost`);
      }
    }
  }
  return faults;
};

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
