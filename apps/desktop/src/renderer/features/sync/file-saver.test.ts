/** The handover file as the page saves it: over the whole bridge, onto the laptop's disk. */
import type { SavedFile } from '@wellpulse/forms/device';
import { describeFileSaver } from '@wellpulse/forms/testing';
import { inPieces } from '@wellpulse/offline';
import { openParts } from '@wellpulse/offline/export-file';
import { PUMPER } from '@wellpulse/offline/testing';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, vi } from 'vitest';
import { storeInMemory } from '../../../main/keys/store-in-memory.fixture.ts';
import { aLaptop, call, WELL_ID } from '../../../main/laptop.fixture.ts';
import { fileSaver } from './file-saver.ts';

afterAll(() => {
  vi.unstubAllGlobals();
});

describeFileSaver<SavedFile>('a laptop', async () => {
  const { chosen, folder, server, start } = aLaptop(storeInMemory());
  const host = await start();
  vi.stubGlobal('window', {
    wellpulse: { call: (name: string, input: unknown) => host.answer(name, input) },
  });
  await call(host, 'people.signIn', {
    ...{ server: 'https://wells.example.com', tenant: 'acme', email: PUMPER.email, password: 'wellpulse' },
    ...{ deviceName: 'Truck 7', secret: '4711' },
  });
  await call(host, 'sync.now', {});
  server.onCall = () => ({ kind: 'NO_ANSWER' });
  for (const productionDate of ['2025-10-18', '2025-10-19']) {
    const entry = { productionDate, oilVolume: 42.5, gasVolume: null, waterVolume: null };
    await call(host, 'entries.save', [{ wellId: WELL_ID, entry, base: null, photos: [] }]);
  }
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
