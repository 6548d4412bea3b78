/** What a benchmark asks the engine of a page for. Each function runs in the page, and knows nothing of this file. */
import type { OfflineClient } from '@wellpulse/offline';
import type { EventPhoto, Location, PhotoContentType } from '@wellpulse/contracts';

interface Picture {
  readonly place: string;
}

/** What the page holds since `holdEngine`. */
export interface PageOfPhone {
  readonly phone: {
    readonly client: OfflineClient;
    readonly newId: () => string;
    readonly pictures: { choose(): Promise<readonly Picture[]> };
  };
}

export interface Readings {
  readonly wellIds: readonly string[];
  /** The first one's, counted back. */
  readonly lastDay: string;
  /** So many were recorded before. */
  readonly first: number;
  readonly count: number;
  /** After each one. */
  readonly pauseMs: number;
}

/** Records readings, well after well, each a day earlier. The milliseconds of each. */
export async function recordReadings({
  wellIds,
  lastDay,
  first,
  count,
  pauseMs,
}: Readings): Promise<number[]> {
  const { client } = (globalThis as unknown as PageOfPhone).phone;
  const samples: number[] = [];
  const last = Date.parse(lastDay);
  for (let reading = first; reading < first + count; reading += 1) {
    const day = Math.floor(reading / wellIds.length);
    const start = performance.now();
    const { ok } = await client.record({
      eventType: 'PRODUCTION_CREATED',
      aggregateId: wellIds[reading % wellIds.length] ?? '',
      payload: {
        productionDate: new Date(last - day * 86_400_000).toISOString().slice(0, 10),
        oilVolume: 42.5,
        gasVolume: 120,
        waterVolume: 8.2,
      },
    });
    samples.push(performance.now() - start);
    if (!ok) throw new Error('A reading was refused');
    if (pauseMs > 0)
      await new Promise((resolve) => {
        setTimeout(resolve, pauseMs);
      });
  }
  return samples;
}

/** Reads so many events of the log, newest first, so many times. The milliseconds of each. */
export async function readEvents({
  limit,
  rounds,
}: {
  readonly limit: number;
  readonly rounds: number;
}): Promise<number[]> {
  const { client } = (globalThis as unknown as PageOfPhone).phone;
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const { items } = await client.events.list().page({ limit });
    samples.push(performance.now() - start);
    if (items.length !== limit) throw new Error('There are fewer events');
  }
  return samples;
}

/** Writes so many files of a kilobyte into the browser's private file system. The milliseconds of each. */
export async function writeFiles(count: number): Promise<number[]> {
  const folder = await navigator.storage.getDirectory();
  const samples: number[] = [];
  for (let number = 0; number < count; number += 1) {
    const start = performance.now();
    const writing = await (await folder.getFileHandle('bench', { create: true })).createWritable();
    await writing.write(new Uint8Array(1024));
    await writing.close();
    samples.push(performance.now() - start);
  }
  await folder.removeEntry('bench');
  return samples;
}

export interface Logs {
  readonly wellIds: readonly string[];
  readonly day: string;
  readonly contentType: PhotoContentType;
  readonly location: Location;
}

/** Logs maintenance of one item after the other, with a photo that the person chooses, and with a place. Answers how many. */
export async function logWithPhotos({ wellIds, day, contentType, location }: Logs): Promise<number> {
  const { client, newId, pictures } = (globalThis as unknown as PageOfPhone).phone;
  const chosen = await pictures.choose();
  for (const [number, { place }] of chosen.entries()) {
    const photo: EventPhoto = await client.photos.keep({
      place,
      contentType,
      takenAt: location.capturedAt,
      location,
    });
    const aggregateId = newId();
    const equipment = await client.record({
      eventType: 'EQUIPMENT_CREATED',
      aggregateId,
      payload: {
        wellId: wellIds[number % wellIds.length] ?? '',
        equipmentType: 'PUMP_JACK',
        serialNumber: `PJ-${String(number)}`,
      },
    });
    const log = await client.record({
      eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
      aggregateId,
      payload: {
        maintenanceId: newId(),
        maintenanceDate: day,
        maintenanceType: 'REPAIR',
        description: 'Replaced motor belt',
        location,
        photos: [photo],
      },
    });
    if (!equipment.ok || !log.ok) throw new Error('An entry was refused');
  }
  return chosen.length;
}

/** Whether a sync has ended that left nothing to send. */
export async function hasSynced(): Promise<boolean> {
  const { client } = (globalThis as unknown as PageOfPhone).phone;
  return (await client.status.current()).lastSyncAt !== null;
}

/** What waits: entries and photos. */
export async function waiting(): Promise<number> {
  const { client } = (globalThis as unknown as PageOfPhone).phone;
  const status = await client.status.current();
  return status.pendingEvents + status.waitingPhotos;
}
