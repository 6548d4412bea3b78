/** The form of an item of equipment: a new one, or a change. What is typed is kept, also over a reload. */
import {
  EQUIPMENT_FIELDS,
  equipmentSchema,
  forEachField,
  type Equipment,
  type EquipmentUpdate,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { storedPlace, type FormDrafts } from '../record/draft-place.ts';
import { RecordForm, type RecordKind } from '../record/record-form.ts';
import type { NewOrChange, RecordStore } from '../record/record-store.ts';
import {
  changesOf,
  emptyEquipment,
  equipmentTextOf,
  parseEquipment,
  type EquipmentText,
  type EquipmentValues,
} from './equipment-text.ts';

/** What is saved of an item: all of a new one, or the changes of one that there is. */
export type ItemToSave = NewOrChange<EquipmentValues, EquipmentUpdate>;

/** The form of an item. */
export type ItemForm = RecordForm<EquipmentText, Equipment, ItemToSave>;

/** The kind of these drafts. */
export const ITEM_DRAFTS = 'equipment-draft';

const NEW = 'new.';

/** Where a draft belongs, by its name: to an item, or to a well that gets a new one; a new one may have no well yet. */
export const placeOfItemDraft = (
  name: string,
): { readonly equipmentId: string | null; readonly wellId: string | null } =>
  name.startsWith(NEW)
    ? { equipmentId: null, wellId: name === NEW ? null : name.slice(NEW.length) }
    : { equipmentId: name, wellId: null };

/** A draft of an older page lacks the boxes that came since. */
const textSchema = z.object(forEachField(EQUIPMENT_FIELDS, () => z.string().default('')));
const draftSchema = z.object({ text: textSchema, base: equipmentSchema.nullable() });

const itemKind = (wellId: string | null): RecordKind<EquipmentText, Equipment, ItemToSave> => ({
  textOf: (item) => (item === null ? emptyEquipment(wellId) : equipmentTextOf(item)),
  parse: (words, text, base) => {
    const parsed = parseEquipment(words, text);
    if (!parsed.ok) return parsed;
    const { value } = parsed;
    return {
      ok: true,
      value:
        base === null
          ? { kind: 'NEW', values: value }
          : { kind: 'CHANGE', changes: { ...changesOf(value, base), version: base.version } },
    };
  },
});

/**
 * The form of an item, or of a new one.
 *
 * @param wellId where a new one stands, if that is known
 * @example
 * const form = itemForm(store, drafts, item, null);
 * form.type({ status: 'FAILED' });
 */
export const itemForm = (
  store: RecordStore<Equipment, ItemToSave>,
  drafts: FormDrafts,
  item: Equipment | null,
  wellId: string | null,
): ItemForm =>
  new RecordForm(
    itemKind(wellId),
    store,
    item,
    storedPlace(drafts, ITEM_DRAFTS, item?.id ?? `${NEW}${wellId ?? ''}`, draftSchema),
  );
