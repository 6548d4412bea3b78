/** The ports of the forms, over the bridge. */
import {
  fieldErrors,
  type Equipment,
  type EventPhoto,
  type FieldError,
  type Maintenance,
} from '@wellpulse/contracts';
import {
  EntryDesk,
  EntryDrafts,
  type EntryStore,
  type EntryToSave,
  type FormDrafts,
  type ItemToSave,
  type LogStore,
  type RecordStore,
} from '@wellpulse/forms';
import { asEntriesSay, deviceDraftStorage, type DeviceDraftStorage } from '@wellpulse/forms/device';
import { METHODS, type Input } from '../../shared/bridge/contract.ts';
import { call } from './bridge.ts';

/** Saves readings through main: they are on the disk when it answers. */
export const entryStore: EntryStore<EventPhoto> = {
  save: async (entry) => {
    const [result] = await entryStore.saveDays([entry]);
    if (result === undefined || result.kind === 'HELD') throw new Error('One day has one answer');
    return result;
  },
  saveDays: async (days) => {
    const asked = days.map(asMainSays);
    const wrong = asked.map((day) => errorsIn('entries.save', [day]));
    if (wrong.every((errors) => errors.length === 0)) return call('entries.save', asked);
    return wrong.map((errors) => (errors.length === 0 ? { kind: 'HELD' } : refused(errors)));
  },
};

const asMainSays = ({ base, photos, ...day }: EntryToSave<EventPhoto>): Input<'entries.save'>[number] => ({
  ...day,
  base: base === null ? null : { id: base.id, version: base.version },
  photos: asEntriesSay(photos),
});

/** What main would take none of, by the names of the boxes. */
function errorsIn<Name extends 'entries.save' | 'equipment.save' | 'equipment.log'>(
  name: Name,
  input: Input<Name>,
): FieldError[] {
  const { error } = METHODS[name].input.safeParse(input);
  if (error === undefined) return [];
  return fieldErrors(error).map(({ path, message }) => ({
    path: path.slice(path.lastIndexOf('.') + 1),
    message,
  }));
}

const refused = (errors: readonly FieldError[]) => ({
  kind: 'REFUSED' as const,
  trouble: { code: 'VALIDATION_FAILED', detail: null } as const,
  errors,
});

/** Saves items of equipment through main. */
export const itemStore: RecordStore<Equipment, ItemToSave> = {
  save: async (item, base) => {
    const input = { item, base };
    const errors = errorsIn('equipment.save', input);
    return errors.length === 0 ? call('equipment.save', input) : refused(errors);
  },
};

/** Saves the logs of an item through main. */
export const logStore = (equipmentId: string): LogStore<EventPhoto, Maintenance> => ({
  log: async (values, photos) => {
    const input = { equipmentId, values, photos: asEntriesSay(photos) };
    const errors = errorsIn('equipment.log', input);
    return errors.length === 0 ? call('equipment.log', input) : refused(errors);
  },
});

/** The drafts of main. They are read once, and each change goes to its disk. */
export const draftStorage = (): Promise<DeviceDraftStorage> =>
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
  /** Resolves when all that was typed so far is on the disk. */
  readonly draftsSettled: () => Promise<void>;
}

/** The desk of a person: what they typed before is on it. */
export async function openDesk(owner: FormDrafts['owner'], onNoRoom: () => void): Promise<Desk> {
  const storage = await draftStorage();
  return {
    desk: new EntryDesk(new EntryDrafts(storage, owner), entryStore, onNoRoom),
    drafts: { storage, owner, onNoRoom },
    draftsSettled: () => storage.settled(),
  };
}
