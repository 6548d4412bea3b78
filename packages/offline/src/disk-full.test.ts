/** A disk without room: entries are saved with the room that was kept for them, and nothing else takes it. */
import { expect, test } from 'vitest';
import { wholeOf } from './lib/pieces.ts';
import { aDevice, recordOil, WELL_ID } from './offline-client.fixture.ts';
import type { OfflineClient } from './offline-client.ts';
import type { Ballast } from './ports/ballast.ts';
import type { SqliteDriver } from './ports/sqlite.ts';

const JPEG = { bytes: Uint8Array.of(255, 216, 255, 224), contentType: 'image/jpeg' } as const;

/** A disk that takes no page more than it has, except those of its ballast. */
class SmallDisk implements Ballast {
  isGiven = false;
  hasRoomAgain = false;
  #driver: SqliteDriver | null = null;
  readonly #spare: number;

  constructor(sparePages: number) {
    this.#spare = sparePages;
  }

  /** From now on the disk is full. */
  async fill(driver: SqliteDriver): Promise<void> {
    this.#driver = driver;
    await this.#limit(0);
  }

  stands = async (): Promise<boolean> => !this.isGiven;
  giveBack = async (): Promise<boolean> => {
    const was = !this.isGiven;
    this.isGiven = true;
    await this.#limit(this.#spare);
    return was;
  };
  make = async (): Promise<boolean> => {
    if (this.hasRoomAgain) this.isGiven = false;
    return !this.isGiven;
  };

  async #limit(more: number): Promise<void> {
    const [row] = (await this.#driver?.query('PRAGMA page_count')) ?? [];
    await this.#driver?.query(`PRAGMA max_page_count = ${Number(row?.['page_count']) + more}`);
  }
}

async function onFullDisk(sparePages: number) {
  const disk = new SmallDisk(sparePages);
  const device = await aDevice(undefined, { ballast: disk });
  await device.client.close();
  let driver: SqliteDriver | undefined;
  const client = await device.reopen((opened) => (driver = opened));
  if (driver !== undefined) await disk.fill(driver);
  return { ...device, client, disk };
}

/** Entries on ever other days, until one needs a page more. Gives how many were saved. */
async function recordUntil(client: OfflineClient, isOver: () => boolean, first = 1): Promise<number> {
  let saved = first - 1;
  while (!isOver() && saved < 200) {
    await recordOil(client, 40, new Date(Date.UTC(2025, 0, 1 + saved)).toISOString().slice(0, 10));
    saved += 1;
  }
  return saved;
}

test('the entry on the screen is saved with the room that was kept for it, and can be exported', async () => {
  const { client, disk } = await onFullDisk(1000);
  const saved = await recordUntil(client, () => disk.isGiven);
  expect(disk.isGiven).toBe(true);
  expect(await client.events.list().all()).toHaveLength(saved);
  expect((await client.status.current()).isShortOfRoom).toBe(true);
  await recordUntil(client, () => false, saved + 1);
  expect((await wholeOf(client.exportFile('a passphrase'))).length).toBeGreaterThan(0);
});

test('photos and what the server can give again take nothing of that room, until there is more', async () => {
  const { client, disk, server } = await onFullDisk(1000);
  const saved = await recordUntil(client, () => disk.isGiven);
  await expect(client.photos.keep(JPEG)).rejects.toMatchObject({ code: 'DISK_FULL' });
  expect((await client.sync.syncNow()).trouble).toEqual({ code: 'DISK_FULL', detail: null });
  // What was entered went off all the same.
  expect(server.events).toHaveLength(saved);
  expect((await client.status.current()).pendingEvents).toBe(0);

  disk.hasRoomAgain = true;
  await client.photos.keep(JPEG);
  expect((await client.status.current()).isShortOfRoom).toBe(false);
});

test('where no room is left at all, an entry is not saved, that is said, and what was there is whole', async () => {
  const { client, disk } = await onFullDisk(0);
  disk.isGiven = true;
  let saved = 0;
  const filling = recordUntil(client, () => {
    saved += 1;
    return false;
  });
  await expect(filling).rejects.toMatchObject({ code: 'DISK_FULL' });
  const log = await client.events.list().all();
  expect(log).toHaveLength(saved - 1);
  expect(await client.records.production(WELL_ID).all()).toHaveLength(saved - 1);
});
