/** The ports of the forms, over the bridge. */
import { eventPhotoSchema, type Equipment, type EventPhoto, type Maintenance } from '@wellpulse/contracts';
import {
  EntryDesk,
  EntryDrafts,
  type EntryStore,
  type FormDrafts,
  type ItemToSave,
  type LogStore,
  type RecordStore,
} from '@wellpulse/forms';
import { deviceDraftStorage } from '@wellpulse/forms/device';
import { call } from './bridge.ts';

/** A photo as drafts keep it: beside the name of its file, which no entry tells. */
export const keptPhotoSchema = eventPhotoSchema.strip();

const asEntriesSay = (photos: readonly EventPhoto[]): EventPhoto[] =>
  photos.map((photo) => keptPhotoSchema.parse(photo));

/** Saves readings through main: they are on the disk when it answers. */
export const entryStore: EntryStore<EventPhoto> = {
  save: async (entry) => {
    const [result] = await entryStore.saveDays([entry]);
    if (result === undefined || result.kind === 'HELD') throw new Error('One day has one answer');
    return result;
  },
  saveDays: (days) =>
    call(
      'entries.save',
      days.map(({ photos, ...day }) => ({ ...day, photos: asEntriesSay(photos) })),
    ),
};

/** Saves items of equipment through main. */
export const itemStore: RecordStore<Equipment, ItemToSave> = {
  save: (item, base) => call('equipment.save', { item, base }),
};

/** Saves the logs of an item through main. */
export const logStore = (equipmentId: string): LogStore<EventPhoto, Maintenance> => ({
  log: (values, photos) => call('equipment.log', { equipmentId, values, photos: asEntriesSay(photos) }),
});

/** The drafts of main. They are read once, and each change goes to its disk. */
const draftStorage = () =>
  deviceDraftStorage({
    all: async () => new Map(await call('drafts.all', {})),
    save: async (key, text) => {
      if (typeof text !== 'string') throw new TypeError('A draft is a text');
      await call('drafts.write', { key, text });
    },
    clear: async (key) => {
      await call('drafts.write', { key, text: null });
    },
  });

/** What a person types: at the desk of the readings, and in all other forms. */
export interface Desk {
  readonly desk: EntryDesk<EventPhoto>;
  readonly drafts: FormDrafts;
}

/** The desk of a person: what they typed before is on it. */
export async function openDesk(owner: FormDrafts['owner'], onNoRoom: () => void): Promise<Desk> {
  const storage = await draftStorage();
  return {
    desk: new EntryDesk(new EntryDrafts(storage, owner), entryStore, onNoRoom),
    drafts: { storage, owner, onNoRoom },
  };
}
