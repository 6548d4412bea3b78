/** Handover files as the page saves and opens them: over the whole bridge, on the laptop's disk. */
import type { SavedFile } from '@wellpulse/forms/device';
import { describeFileOpener, describeFileSaver } from '@wellpulse/forms/testing';
import { inPieces } from '@wellpulse/offline';
import { openParts } from '@wellpulse/offline/export-file';
import { PUMPER } from '@wellpulse/offline/testing';
import { writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { storeInMemory } from '../../../main/keys/store-in-memory.fixture.ts';
import { aLaptop, call, WELL_ID } from '../../../main/laptop.fixture.ts';
import type { LaptopHost } from '../../../main/laptop-host.ts';
import { ASKED_BY_MAIN, fileOpener, fileSaver, type ReadFile } from './handover-files.ts';

afterAll(() => {
  vi.unstubAllGlobals();
});

/** A laptop at which a person has signed in. `tenantId`: of another company. */
async function aSignedInLaptop(tenantId?: string) {
  const laptop = aLaptop(storeInMemory());
  if (tenantId !== undefined) laptop.server.tenantId = tenantId;
  const host = await laptop.start();
  await call(host, 'people.signIn', {
    ...{ server: 'https://wells.example.com', tenant: 'acme', email: PUMPER.email, password: 'wellpulse' },
    ...{ deviceName: 'Truck 7', secret: '4711' },
  });
  await call(host, 'sync.now', {});
  laptop.server.onCall = () => ({ kind: 'NO_ANSWER' });
  return { ...laptop, host };
}

async function enter(host: LaptopHost, days: readonly string[]): Promise<void> {
  for (const productionDate of days) {
    const entry = { productionDate, oilVolume: 42.5, gasVolume: null, waterVolume: null };
    await call(host, 'entries.save', [{ wellId: WELL_ID, entry, base: null, photos: [] }]);
  }
}

/** The page calls this laptop from now on. */
const lookAt = (host: LaptopHost): void => {
  vi.stubGlobal('window', {
    wellpulse: { call: (name: string, input: unknown) => host.answer(name, input) },
  });
};

describeFileSaver<SavedFile>('a laptop', async () => {
  const { chosen, folder, host } = await aSignedInLaptop();
  lookAt(host);
  await enter(host, ['2025-10-18', '2025-10-19']);
  const place = join(folder, 'truck-7.wellpulse');
  chosen.file = place;
  return {
    saver: fileSaver,
    cancelFromNowOn: () => {
      chosen.file = null;
    },
    written: () => readFile(place).catch(() => null),
    entriesIn: async (file, passphrase) => {
      const parts = await openParts(() => inPieces(file), passphrase);
      let entries = 0;
      for await (const { kind } of parts()) entries += kind === 'EVENT' ? 1 : 0;
      return entries;
    },
    entriesSaid: ({ events }) => events,
  };
});

async function savedBy(
  { chosen, folder, host }: Awaited<ReturnType<typeof aSignedInLaptop>>,
  passphrase: string,
) {
  await enter(host, ['2025-10-19']);
  chosen.file = join(folder, 'saved.wellpulse');
  await call(host, 'handover.export', { passphrase });
  return readFile(chosen.file);
}

describeFileOpener<typeof ASKED_BY_MAIN, ReadFile>('a laptop', async () => {
  const { chosen, folder, host } = await aSignedInLaptop();
  lookAt(host);
  return {
    opener: fileOpener,
    entries: 1,
    saved: async (passphrase) => savedBy(await aSignedInLaptop(), passphrase),
    savedElsewhere: async (passphrase) =>
      savedBy(await aSignedInLaptop('01890000-0000-7000-8000-0000000000fe'), passphrase),
    fileOf: (bytes) => {
      chosen.file = join(folder, 'chosen.wellpulse');
      writeFileSync(chosen.file, bytes);
      return ASKED_BY_MAIN;
    },
    entriesIn: ({ events, known }) => events + known,
  };
});

test('who thinks better of opening a file is told of nothing', async () => {
  const { host } = await aSignedInLaptop();
  lookAt(host);
  expect(await fileOpener.open(ASKED_BY_MAIN, 'north route seven')).toEqual({ kind: 'CANCELLED' });
});
