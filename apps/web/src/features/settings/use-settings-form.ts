'use client';

import { tenantSettingsSchema, type TenantSettings, type TenantSettingsUpdate } from '@wellpulse/contracts';
import { useObserved, type Boxes, type RecordForm, type RecordStore } from '@wellpulse/forms';
import { recordAnswer } from '@wellpulse/forms/rest';
import { useEffect, useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { useUpdateSettings } from '../../queries/settings-queries.ts';

type OfSettings<Text extends Boxes> = RecordForm<Text, TenantSettings, TenantSettingsUpdate>;

/** A form of some of the settings; `current` are all of them as they are now. */
export function useSettingsForm<Text extends Boxes>(
  formOf: (
    store: RecordStore<TenantSettings, TenantSettingsUpdate>,
    settings: TenantSettings,
  ) => OfSettings<Text>,
  current: TenantSettings,
): OfSettings<Text> {
  const { mutateAsync: update } = useUpdateSettings();
  const save = async (body: TenantSettingsUpdate) =>
    recordAnswer(await answerOf(update(body)), tenantSettingsSchema);
  const [form] = useState(() => formOf({ save }, current));
  useObserved(form, () => form.revision, 0);
  useEffect(() => {
    form.meet(current);
  }, [form, current]);
  return form;
}
