/** What the forms of this laptop save through, as its pages use it: over the whole bridge, onto its disk. */
import {
  equipmentSchema,
  keptConflictSchema,
  productionRecordSchema,
  valuesFrom,
  WELL_VALUES,
  type Equipment,
  type EventPhoto,
} from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import type { ItemToSave } from '@wellpulse/forms';
import {
  describeConflictStore,
  describeDraftStorage,
  describeEntryStore,
  describeLogStore,
  describePhotoHost,
  describeRecordStore,
  type ConflictStoreUnderTest,
  type EntryStoreUnderTest,
  type LogStoreUnderTest,
  type RecordStoreUnderTest,
} from '@wellpulse/forms/testing';
import { atDashboard, PUMPER, saveAtDashboard } from '@wellpulse/offline/testing';
import { aConflict, anOpenConflict } from '@wellpulse/testing/a-conflict';
import type { PreparedPhoto } from '@wellpulse/ui';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, vi } from 'vitest';
import { storeInMemory } from '../../main/keys/store-in-memory.fixture.ts';
import type { LaptopHost } from '../../main/laptop-host.ts';
import { aLaptop, AT, call, WELL_ID } from '../../main/laptop.fixture.ts';
import { conflictStore } from '../features/conflicts/conflict-store.ts';
import { photoKeeping } from './photo-keeping.ts';
import { draftStorage, entryStore, itemStore, logStore } from './stores.ts';

const SECRET = '4711';
const FULL = { kind: 'REFUSED', refusal: { code: 'DISK_FULL' } };
const FIRST_DAY = '2025-10-10';
const laptop = aLaptop(storeInMemory());
const { server } = laptop;
let host: LaptopHost;

beforeAll(async () => {
  host = await laptop.start();
  vi.stubGlobal('window', {
    wellpulse: { call: (name: string, input: unknown) => host.answer(name, input) },
  });
  const { email } = PUMPER;
  await call(host, 'people.signIn', {
    ...{ server: 'https://wells.example.com', tenant: 'acme', email, password: 'correct horse battery' },
    ...{ deviceName: 'Truck 7', secret: SECRET },
  });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** The program ends and starts, and the person unlocks it. */
async function restart(): Promise<void> {
  await host.close();
  host = await laptop.start();
  await call(host, 'people.unlock', { userId: PUMPER.id, secret: SECRET });
}

const sync = (): Promise<null> => call(host, 'sync.now', {});

let made = 0;
const newId = (): string => {
  made += 1;
  return `01890000-0000-7000-8000-0000000${String(10_000 + made)}`;
};

/** A well that this laptop has heard of, without readings. */
async function aWell(): Promise<string> {
  const id = newId();
  const values = valuesFrom(WELL_VALUES, { name: `State #${String(made)}` });
  server.addWell({
    id,
    apiNumber: `42-165-${String(20_000 + made)}`,
    ...values,
    createdAt: AT,
    updatedAt: AT,
    version: 1,
  });
  await sync();
  return id;
}

const readingOf = async (wellId: string, day: string) => {
  const [row] = await call(host, 'records.production', { wellId, from: day, to: day });
  return row === undefined ? null : productionRecordSchema.strip().parse(row);
};

const keepPhoto = (): Promise<EventPhoto> =>
  call(host, 'photos.keep', {
    bytes: new TextEncoder().encode(newId()),
    contentType: 'image/jpeg',
    takenAt: null,
    location: null,
  });

const wellOf = (wellId: string): EntryStoreUnderTest<EventPhoto> => ({
  store: entryStore,
  wellId,
  days: [0, 1, 2, 3, 4, 5, 6].map((after) => addDays(FIRST_DAY, after)),
  recordOf: (day) => readingOf(wellId, day),
  saveElsewhere: async (day, oilVolume) => {
    await sync();
    saveAtDashboard(server, wellId, day, oilVolume);
    await sync();
  },
  restart: async () => {
    await restart();
    return wellOf(wellId);
  },
  newPhoto: async () => {
    const photo = await keepPhoto();
    return { photo, hash: photo.sha256 };
  },
});
describeEntryStore('a laptop', 'WAITS', async () => wellOf(await aWell()));

describeDraftStorage('a laptop', async () => {
  for (const [key] of await call(host, 'drafts.all', {}))
    await call(host, 'drafts.write', { key, text: null });
  return { open: draftStorage, fillUp: async () => false };
});

const itemCalled = (serialNumber: string): ItemToSave => ({
  kind: 'NEW',
  values: {
    ...{ wellId: WELL_ID, equipmentType: 'TANK', serialNumber, status: 'OPERATIONAL' },
    ...{ assetTag: null, manufacturer: null, model: null, installationDate: null, serviceIntervalDays: null },
  },
});
const newItem = (): ItemToSave => itemCalled(`T-${newId().slice(-5)}`);
const itemOf = async (equipmentId: string): Promise<Equipment | null> => {
  const known = await call(host, 'equipment.get', { equipmentId });
  return known === null ? null : equipmentSchema.strip().parse(known.item);
};
const items: RecordStoreUnderTest<Equipment, ItemToSave> = {
  store: itemStore,
  newValues: newItem,
  change: ({ version }, model) => ({ kind: 'CHANGE', changes: { model, version } }),
  markOf: ({ model }) => model,
  clash: ({ serialNumber }) => ({ values: itemCalled(serialNumber.toLowerCase()), box: 'serialNumber' }),
  rowOf: ({ id }) => itemOf(id),
  changeElsewhere: async ({ id: aggregateId }, model) => {
    await sync();
    const baseVersion = (await itemOf(aggregateId))?.version ?? null;
    atDashboard(server, { eventType: 'EQUIPMENT_UPDATED', aggregateId, baseVersion, payload: { model } });
    await sync();
  },
  restart: async () => {
    await restart();
    return items;
  },
};
describeRecordStore('a laptop, of items,', async () => items);

const logsOf = (equipmentId: string): LogStoreUnderTest<EventPhoto> => ({
  store: logStore(equipmentId),
  today: '2025-10-20',
  newPhoto: keepPhoto,
  logs: async () => {
    const known = await call(host, 'equipment.get', { equipmentId });
    return (known?.logs ?? []).map(({ description, photoUrls }) => ({
      description,
      photos: photoUrls.length,
    }));
  },
  restart: async () => {
    await restart();
    return logsOf(equipmentId);
  },
});
describeLogStore('a laptop', async () => {
  const saved = await itemStore.save(newItem(), null);
  if (saved.kind !== 'SAVED') throw new Error(saved.kind);
  return logsOf(saved.record.id);
});

const DAY = '2025-10-19';
/** Of each conflict, its well. */
const wellOfConflict = new Map<string, string>();
const statusOf = async (conflictId: string): Promise<string> => {
  for (const isOpen of [true, false]) {
    const { items: lines } = await call(host, 'conflicts.list', { isOpen, after: null });
    const line = lines.find(({ conflict }) => conflict.id === conflictId);
    if (line !== undefined) return line.conflict.status;
  }
  return 'none';
};
const conflicts: ConflictStoreUnderTest = {
  store: conflictStore,
  aConflict: async (status) => {
    const [wellId, id] = [await aWell(), newId()];
    saveAtDashboard(server, wellId, DAY, status === 'OPEN' ? 40 : 45);
    const conflict = status === 'OPEN' ? anOpenConflict() : aConflict();
    const kept = keptConflictSchema.parse({ ...conflict, id, wellId, productionDate: DAY });
    server.records.addConflict({
      ...kept,
      recordId: server.records.production(wellId, DAY)?.id ?? '',
      incoming: { ...kept.incoming, userId: PUMPER.id },
    });
    await sync();
    wellOfConflict.set(id, wellId);
    return id;
  },
  statusOf,
  hear: async () => {
    await sync();
  },
  oilOf: async (id) => (await readingOf(wellOfConflict.get(id) ?? '', DAY))?.oilVolume ?? null,
  restart: async () => {
    await restart();
    return conflicts;
  },
};
describeConflictStore('a laptop', { mayReopen: false }, async () => conflicts);

let shots = 0;
describePhotoHost<File, PreparedPhoto, EventPhoto>('a laptop', async () => {
  let isFull = false;
  vi.stubGlobal('window', {
    wellpulse: {
      call: async (name: string, input: unknown) =>
        isFull ? { ok: false, problem: FULL } : host.answer(name, input),
    },
  });
  return {
    host: photoKeeping(createWords('en')),
    prepared: async () => {
      shots += 1;
      const blob = new Blob([`shot ${String(shots)}`]);
      return { blob, name: 'a.jpg', contentType: 'image/jpeg', takenAt: null, location: null, sha256: null };
    },
    has: async ({ blob }) => {
      const sha256 = createHash('sha256')
        .update(await blob.text())
        .digest('hex');
      return (await call(host, 'photos.show', { sha256 })) !== null;
    },
    breakOff: () => {
      isFull = true;
    },
  };
});
