'use client';

import { equipmentSchema, type EquipmentItem, type EquipmentUpdate } from '@wellpulse/contracts';
import { itemForm, useObserved, type EquipmentValues, type ItemForm } from '@wellpulse/forms';
import { restRecordStore } from '@wellpulse/forms/rest';
import { useEffect, useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { useCreateItem, useUpdateItem } from '../../queries/equipment-queries.ts';
import { useFormDrafts } from '../drafts/use-form-drafts.ts';

/** The form of an item, or of a new one of a well. */
export function useItemForm(item: EquipmentItem | null, wellId: string | null): ItemForm {
  const drafts = useFormDrafts();
  const { mutateAsync: create } = useCreateItem();
  const { mutateAsync: update } = useUpdateItem(item?.id ?? '');
  const [form] = useState(() => {
    const api = {
      create: (values: EquipmentValues) => answerOf(create(values)),
      update: (changes: EquipmentUpdate) => answerOf(update(changes)),
    };
    return itemForm(restRecordStore(api, equipmentSchema), drafts, item, wellId);
  });
  useObserved(form, () => form.revision, 0);
  useEffect(() => {
    if (item !== null) form.meet(item);
  }, [form, item]);
  return form;
}
