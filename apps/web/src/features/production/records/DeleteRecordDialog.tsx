'use client';

import type { ProductionRecord, Well } from '@wellpulse/contracts';
import { ConfirmDialog, toast } from '@wellpulse/ui';
import { words } from '../../../lib/language.ts';
import { problemSentence } from '../../../lib/problem-words.ts';
import { useDeleteProduction } from '../../../queries/production-queries.ts';

export interface DeleteRecordDialogProps {
  readonly well: Well;
  readonly record: ProductionRecord;
  readonly onClose: () => void;
}

export function DeleteRecordDialog({ well, record, onClose }: DeleteRecordDialogProps) {
  const { mutate, isPending, error } = useDeleteProduction(well.id);
  const day = words.formatDayFull(record.productionDate);
  return (
    <ConfirmDialog
      open
      danger
      onOpenChange={onClose}
      title={`Delete the entry of ${day}?`}
      description={`${well.name} then has no reading for this day. What was entered stays in the audit.`}
      confirmLabel="Delete"
      loading={isPending}
      {...(error === null ? {} : { error: problemSentence(error) })}
      onConfirm={() => {
        mutate(record.id, {
          onSuccess: () => {
            toast.success(`${day}: deleted`);
            onClose();
          },
        });
      }}
    />
  );
}
