'use client';

import type { ProductionRecord, Well } from '@wellpulse/contracts';
import { ConfirmDialog, toast, useWords } from '@wellpulse/ui';
import { problemSentence } from '../../../lib/problem-words.ts';
import { useEntryDesk } from '../entry/entry-desk.tsx';
import { useDeleteProduction } from '../../../queries/production-queries.ts';

export interface DeleteRecordDialogProps {
  readonly well: Well;
  readonly record: ProductionRecord;
  readonly onClose: () => void;
}

export function DeleteRecordDialog({ well, record, onClose }: DeleteRecordDialogProps) {
  const words = useWords();
  const { productionTexts } = words;
  const desk = useEntryDesk();
  const { mutate, isPending, error } = useDeleteProduction(well.id);
  const day = words.formatDayFull(record.productionDate);
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={productionTexts.deleteEntryOf(day)}
      description={productionTexts.deleteEntryMeans(well.name)}
      confirmLabel={words.controlTexts.delete}
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(words, error) })}
      onConfirm={() => {
        mutate(record.id, {
          onSuccess: () => {
            // What was typed to change it would be counted as not saved.
            desk.discard({ wellId: well.id, date: record.productionDate });
            toast.success(productionTexts.dayDeleted(day));
            onClose();
          },
        });
      }}
    />
  );
}
