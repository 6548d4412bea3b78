'use client';

import { EQUIPMENT_FIELDS, equipmentSchema, forEachField, type EquipmentItem } from '@wellpulse/contracts';
import {
  EQUIPMENT_FIELD_NAMES,
  equipmentTextOf,
  type EquipmentText,
  type EquipmentValues,
} from '@wellpulse/ui';
import { z } from 'zod';
import { useStoredDraft } from '../drafts/use-stored-draft.ts';

/** A draft of an older page lacks the boxes that came since. */
const textSchema = z.object(forEachField(EQUIPMENT_FIELDS, () => z.string().default('')));
const draftSchema = z.object({
  text: textSchema,
  /** The item as it was when typing began, on which the change is based; null for a new one. */
  base: equipmentSchema.nullable(),
});
export type ItemDraft = z.infer<typeof draftSchema>;

/** What was typed for an item, or for a new one of a well. */
export const useItemDraft = (item: EquipmentItem | null, wellId: string | null) =>
  useStoredDraft('equipment-draft', item?.id ?? `new.${wellId ?? ''}`, draftSchema);

/** The boxes of the item as it is now. Boxes that were changed by hand keep what was typed. */
export function rebased(text: EquipmentText, base: EquipmentValues, newer: EquipmentValues): EquipmentText {
  const before = equipmentTextOf(base);
  const now = equipmentTextOf(newer);
  for (const field of EQUIPMENT_FIELD_NAMES) if (text[field] !== before[field]) now[field] = text[field];
  return now;
}
