/** Garbage in pages of a device's database: what can be read is kept, sent and exported, and work goes on. */
import { readFileSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { addDays } from '@wellpulse/domain';
import { expect, test } from 'vitest';
import { PUMPER } from '../testing/fake-server.ts';
import { wholeOf } from '../lib/pieces.ts';
import { aDevice, aWell, DAY, recordOil, WELL_ID } from '../offline-client.fixture.ts';

const PAGE = 4096;
const FIRST_SEED = 1;
const SEEDS = 8;
const WELLS = 40;
const OFTEN = [
  'event_log',
  'production_data',
  'wells',
  'sqlite_schema',
  'event_log_record',
  'device',
  'meta',
];
const SETTLED = 30;
const ENTRIES = 60;

/** The same numbers for the same seed. */
function chance(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** A device with readings, of which the last half waits, and its file after the program has ended. */
async function aWorkedDevice() {
  const device = await aDevice();
  for (let number = 1; number < WELLS; number += 1) {
    const id = `01890000-0000-7000-8000-0000000010${String(number).padStart(2, '0')}`;
    device.server.addWell(aWell({ id, name: `Acme #${number}`, apiNumber: `42-165-2${1000 + number}` }));
  }
  for (let entry = 0; entry < ENTRIES; entry += 1) {
    await recordOil(device.client, entry + 1, addDays(DAY, -entry));
    if (entry === SETTLED - 1) await device.client.sync.syncNow();
  }
  const entries = await device.client.events.list().all();
  await device.client.close();
  return { ...device, entries, path: join(device.folder, 'device.db') };
}

/** The numbers of the pages of each table and index. */
function pagesOf(path: string): Map<string, number[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  const pages = new Map<string, number[]>();
  for (const row of database.prepare('SELECT name, pageno FROM dbstat').all()) {
    const name = String(row['name']);
    pages.set(name, [...(pages.get(name) ?? []), Number(row['pageno'])]);
  }
  database.close();
  return pages;
}

function corrupt(path: string, pages: readonly number[], random: (below: number) => number): Buffer {
  const bytes = readFileSync(path);
  for (const page of pages) {
    for (let at = (page - 1) * PAGE; at < page * PAGE; at += 1) bytes[at] = random(256);
  }
  writeFileSync(path, bytes);
  return bytes;
}

test('whichever page holds garbage, no entry is lost that can be read, and after a sync all is as before', async () => {
  const { path, entries, server, reopen } = await aWorkedDevice();
  const whole = readFileSync(path);
  const pages = pagesOf(path);
  const names = [...pages.keys()];
  let repaired = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SEEDS; seed += 1) {
    writeFileSync(path, whole);
    const random = chance(seed);
    // What people typed and what they see of it in half of the runs, and else any table or index.
    const name = seed % 2 === 0 ? (OFTEN[random(OFTEN.length)] ?? '') : (names[random(names.length)] ?? '');
    const ofName = pages.get(name) ?? [];
    const others = seed % 5 === 0 ? [1 + random(whole.length / PAGE)] : [];
    const bad = [ofName[random(ofName.length)] ?? 1, ...others];
    const left = corrupt(path, bad, random);
    const readable = entries.filter(
      ({ event: { id, signature } }) => left.includes(`"id":"${id}"`) && left.includes(signature),
    );
    const run = `seed ${seed}: ${name}, pages ${bad.join()}`;

    const client = await reopen();
    const found = (await client.events.list().all()).map(({ event }) => event.id);
    expect(found, run).toEqual(expect.arrayContaining(readable.map(({ event }) => event.id)));
    expect((await wholeOf(client.exportFile('a passphrase'))).length, run).toBeGreaterThan(0);
    const { damage } = await client.status.current();
    const gone = entries.filter(({ event }) => !found.includes(event.id));
    for (const { event } of gone) expect(damage?.missing, run).toContain(event.deviceSequence);

    if ((await client.status.current()).needsSignIn || (await client.sessions.current()) === undefined) {
      await client.sessions.signIn({ tenant: 'acme', email: PUMPER.email, password: 'wellpulse-demo' });
    }
    await client.sync.syncNow();
    await recordOil(client, seed, addDays(DAY, -1000 - seed));
    await client.sync.syncNow();
    const status = await client.status.current();
    if (status.damage !== null) repaired += 1;
    expect([status.pendingEvents, status.failedEvents, status.trouble], run).toEqual([0, 0, null]);
    expect(await client.records.wells().all(), run).toHaveLength(WELLS);
    const rows = await client.records.production(WELL_ID).all();
    expect(
      rows.map(({ productionDate, oilVolume }) => [productionDate, oilVolume]),
      run,
    ).toEqual(
      server.records.live(WELL_ID).map(({ productionDate, oilVolume }) => [productionDate, oilVolume]),
    );
    await client.close();
  }
  expect(repaired).toBeGreaterThan(SEEDS / 4);
});
