'use client';

import { wellSchema, type Well, type WellCreate, type WellUpdate } from '@wellpulse/contracts';
import { useObserved, wellForm, type WellForm } from '@wellpulse/forms';
import { restRecordStore } from '@wellpulse/forms/rest';
import { useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { useCreateWell, useUpdateWell } from '../../queries/well-queries.ts';

/** The form of a well; `well` is null for a new one. */
export function useWellForm(well: Well | null): WellForm {
  const { mutateAsync: create } = useCreateWell();
  const { mutateAsync: update } = useUpdateWell(well?.id ?? '');
  const [form] = useState(() => {
    const api = {
      create: (values: WellCreate) => answerOf(create(values)),
      update: (changes: WellUpdate) => answerOf(update(changes)),
    };
    return wellForm(restRecordStore(api, wellSchema), well);
  });
  useObserved(form, () => form.revision, 0);
  return form;
}
