'use client';

import { forEachField } from '@wellpulse/contracts';
import { MAINTENANCE_VALUES } from '@wellpulse/ui';
import { z } from 'zod';
import { useStoredDraft } from '../drafts/use-stored-draft.ts';
import { photoDraftShape } from '../photos/photo-draft.ts';

/** A draft of an older page lacks the boxes that came since. */
const textSchema = z.object(forEachField(MAINTENANCE_VALUES, () => z.string().default('')));

const draftSchema = z.object({ text: textSchema, ...photoDraftShape });
export type MaintenanceDraft = z.infer<typeof draftSchema>;

/** What was typed for the next log of an item. */
export const useMaintenanceDraft = (equipmentId: string) =>
  useStoredDraft('maintenance-draft', equipmentId, draftSchema);
