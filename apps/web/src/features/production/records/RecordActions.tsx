'use client';

import type { ProductionRecord } from '@wellpulse/contracts';
import { mayTakeBack } from '@wellpulse/forms';
import { IconButton, Spinner, useWords } from '@wellpulse/ui';
import { Check, History, Pencil, Trash2, X } from 'lucide-react';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useRowEditing } from './row-editing.tsx';

export interface RecordActionsProps {
  readonly record: ProductionRecord;
  /** A plugged well's records stay as they are. */
  readonly isLocked: boolean;
  readonly onHistory: (record: ProductionRecord) => void;
  readonly onDelete: (record: ProductionRecord) => void;
}

export function RecordActions({ record, isLocked, onHistory, onDelete }: RecordActionsProps) {
  const words = useWords();
  const { productionTexts } = words;
  const { may, user } = useSession();
  const { edit, isSaving, save } = useRowEditing();
  const day = words.formatDay(record.productionDate);
  if (edit.record?.id === record.id) {
    return (
      <span key="edited" className="flex justify-end gap-0.5">
        <IconButton
          label={productionTexts.saveDay(day)}
          size="sm"
          variant="primary"
          disabled={isSaving}
          onClick={save}
        >
          {isSaving ? <Spinner label={words.controlTexts.saving} /> : <Check aria-hidden />}
        </IconButton>
        <IconButton
          label={words.controlTexts.cancel}
          size="sm"
          onClick={() => {
            edit.cancel();
          }}
        >
          <X aria-hidden />
        </IconButton>
      </span>
    );
  }
  const mayDelete = mayTakeBack(user, record);
  return (
    // Other buttons than those while it is edited, not the same ones with other names: one of them takes the focus.
    <span key="read" className="flex justify-end gap-0.5">
      <IconButton
        label={productionTexts.historyOfDay(day)}
        size="sm"
        onClick={() => {
          onHistory(record);
        }}
      >
        <History aria-hidden />
      </IconButton>
      {may('ENTER') && !isLocked && (
        <IconButton
          label={productionTexts.editDay(day)}
          size="sm"
          autoFocus={edit.leftId === record.id}
          onFocus={() => {
            if (edit.leftId !== null) edit.returned();
          }}
          onClick={() => {
            edit.start(record);
          }}
        >
          <Pencil aria-hidden />
        </IconButton>
      )}
      {mayDelete && !isLocked && (
        <IconButton
          label={productionTexts.deleteDay(day)}
          size="sm"
          onClick={() => {
            onDelete(record);
          }}
        >
          <Trash2 aria-hidden />
        </IconButton>
      )}
    </span>
  );
}
