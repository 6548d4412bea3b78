'use client';

import { wellSchema, type Well } from '@wellpulse/contracts';
import { useObserved, wellForm, type WellForm, type WellToSave } from '@wellpulse/forms';
import { recordAnswer } from '@wellpulse/forms/rest';
import { useState } from 'react';
import { answerOf } from '../../lib/answer-of.ts';
import { useCreateWell, useUpdateWell } from '../../queries/well-queries.ts';

/** The form of a well; `well` is null for a new one. */
export function useWellForm(well: Well | null): WellForm {
  const { mutateAsync: create } = useCreateWell();
  const { mutateAsync: update } = useUpdateWell(well?.id ?? '');
  const save = async (given: WellToSave) =>
    recordAnswer(
      await answerOf(given.kind === 'NEW' ? create(given.values) : update(given.changes)),
      wellSchema,
    );
  const [form] = useState(() => wellForm({ save }, well));
  useObserved(form, () => form.revision, 0);
  return form;
}
