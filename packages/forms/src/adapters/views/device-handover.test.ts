/** The handover file of a device: as everything that saves or opens files, and what its person is told. */
import { inPieces, wholeOf, type Imported } from '@wellpulse/offline';
import { createWords } from '@wellpulse/words';
import { expect, test } from 'vitest';
import { SaveFileForm } from '../../handover/save-file-form.ts';
import { describeFileOpener, describeFileSaver } from '../../testing/index.ts';
import { aDevice, aNewDevice, WELL_ID, type Device } from '../device.fixture.ts';
import {
  deviceFileOpener,
  deviceFileSaver,
  handoverFileName,
  type ChosenFile,
  type SavedFile,
} from './device-handover.ts';

const PASSPHRASE = 'north route seven';

async function withReadings(device: Device, days: readonly string[]): Promise<Device> {
  for (const productionDate of days) {
    const payload = { productionDate, oilVolume: 42.5 };
    await device.client.record({ eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID, payload });
  }
  return device;
}

const chosen = (bytes: Uint8Array): ChosenFile => ({
  name: 'truck-7.wellpulse',
  pieces: () => inPieces(bytes),
});
const entriesOf = ({ events, known }: Imported): number => events + known;

describeFileSaver<SavedFile>('a device', async () => {
  const { client } = await withReadings(await aDevice(), ['2025-10-18', '2025-10-19']);
  let file: Uint8Array | null = null;
  let thinksBetter = false;
  return {
    saver: deviceFileSaver(client, async (_, pieces) => {
      if (thinksBetter) return false;
      file = await wholeOf(pieces);
      return true;
    }),
    cancelFromNowOn: () => {
      thinksBetter = true;
    },
    written: async () => file,
    entriesIn: async (bytes, passphrase) =>
      entriesOf(await (await aDevice()).client.importFile(() => inPieces(bytes), passphrase)),
    entriesSaid: ({ events }) => events,
  };
});

/** Made once: a passphrase is slow on purpose. */
let kept: Uint8Array | undefined;

describeFileOpener<ChosenFile, Imported>('a device', async () => {
  const savedBy = async (device: Device, passphrase: string) =>
    wholeOf((await withReadings(device, ['2025-10-19'])).client.exportFile(passphrase));
  return {
    opener: deviceFileOpener((await aDevice()).client),
    entries: 1,
    saved: async (passphrase) => (kept ??= await savedBy(await aDevice(), passphrase)),
    savedElsewhere: async (passphrase) =>
      savedBy(await aDevice('01890000-0000-7000-8000-0000000000fe'), passphrase),
    fileOf: chosen,
    entriesIn: entriesOf,
  };
});

test('a person is told how far their file is, which has the name of the device', async () => {
  const { client } = await withReadings(await aDevice(), ['2025-10-19']);
  const names: string[] = [];
  const told: number[] = [];
  const saver = deviceFileSaver(
    client,
    async (name, pieces) => (await wholeOf(pieces)).length > 0 && names.push(name) > 0,
    ({ events }) => told.push(events),
  );
  expect(await saver.save(PASSPHRASE)).toEqual({ kind: 'DONE', value: { events: 1, photos: 0 } });
  expect([names, told.at(-1)]).toEqual([['truck-7.wellpulse'], 1]);
});

test('who thinks better of a file is told of nothing, and what was typed stays', async () => {
  const { client } = await aDevice();
  const words = createWords('en');
  const form = new SaveFileForm(deviceFileSaver(client, async () => false));
  form.type({ passphrase: PASSPHRASE, again: PASSPHRASE });
  const saved = await form.submit(words);
  expect([saved, form.error(words), form.text.again]).toEqual([null, undefined, PASSPHRASE]);
});

test('a file that the device may not read says why', async () => {
  const { client } = await aNewDevice();
  expect(await deviceFileOpener(client).open(chosen(new Uint8Array()), PASSPHRASE)).toMatchObject({
    kind: 'REFUSED',
    refusal: { kind: 'FILE' },
  });
});

test('a file is named as its device, without what no disk takes', () => {
  expect([handoverFileName('Truck 7'), handoverFileName('Peña/Süd'), handoverFileName('!')]).toEqual([
    'truck-7.wellpulse',
    'peña-süd.wellpulse',
    'device.wellpulse',
  ]);
});
