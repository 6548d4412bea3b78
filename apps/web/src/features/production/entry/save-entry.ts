/** Saving an entry: a new record, or a change of the one that is there. */
import {
  pickFields,
  PRODUCTION_VALUES,
  productionRecordSchema,
  type ProductionEntry,
  type ProductionRecord,
} from '@wellpulse/contracts';
import { useMutation } from '@tanstack/react-query';
import type { VolumesText } from '@wellpulse/ui';
import { problemOf } from '../../../lib/api.ts';
import {
  useCreateProduction,
  useCreateProductionBulk,
  useUpdateProduction,
} from '../../../queries/production-queries.ts';
import { useDrafts } from './use-draft.tsx';

/** Which record a change is based on. */
export type EntryBase = Pick<ProductionRecord, 'id' | 'version'>;

export interface EntryToSave {
  readonly wellId: string;
  readonly entry: ProductionEntry;
  /** Null for a day that had no record when typing began. */
  readonly base: EntryBase | null;
  /** What stood in the boxes, where a draft of it is kept. */
  readonly text?: VolumesText;
}

export function useSaveEntry() {
  const drafts = useDrafts();
  const { mutateAsync: create } = useCreateProduction();
  const { mutateAsync: update } = useUpdateProduction();
  return useMutation({
    mutationFn: ({ wellId, entry, base }: EntryToSave) => {
      if (base === null) return create({ wellId, entry });
      const { photoHashes } = entry;
      const body = { ...pickFields(PRODUCTION_VALUES, entry), photoHashes, version: base.version };
      return update({ wellId, id: base.id, body });
    },
    // Here and not where it is called: what was saved is settled also if its form has been closed meanwhile.
    onSuccess: (saved, { wellId, entry, text }) => {
      if (text !== undefined) drafts?.settle({ wellId, date: entry.productionDate }, text, saved);
    },
  });
}

export interface DaysToSave {
  readonly entries: ProductionEntry[];
  /** What stood in the boxes, by day. */
  readonly texts: Readonly<Record<string, VolumesText>>;
}

/** Saves several new days of a well, all of them or none. */
export function useSaveDays(wellId: string) {
  const drafts = useDrafts();
  const { mutateAsync: createBulk } = useCreateProductionBulk(wellId);
  return useMutation({
    mutationFn: ({ entries }: DaysToSave) => createBulk(entries),
    onSuccess: ({ items }, { texts }) => {
      for (const record of items) {
        const text = texts[record.productionDate];
        if (text !== undefined) drafts?.settle({ wellId, date: record.productionDate }, text, record);
      }
    },
  });
}

/** What somebody else has saved meanwhile; null if the error is another one. */
export function conflictOf(error: unknown): ProductionRecord | null {
  const problem = problemOf(error);
  if (problem?.code !== 'VERSION_CONFLICT' && problem?.code !== 'PRODUCTION_EXISTS') return null;
  return productionRecordSchema.safeParse(problem.current ?? problem.existing).data ?? null;
}
