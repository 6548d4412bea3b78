'use client';

/** Editing one record of a table in its place. The table's cells reach the row that is being edited through this. */
import type { FieldError, ProductionEntry, ProductionRecord } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import {
  entryTextOf,
  parseEntry,
  toast,
  type EntryText,
  type RecordedVolumes,
  useWords,
} from '@wellpulse/ui';
import type { Words } from '@wellpulse/words';
import { createContext, use, useState } from 'react';
import { problemOf } from '../../../lib/api.ts';
import { problemSentence } from '../../../lib/problem-words.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useRecordOfDay } from '../../../queries/production-queries.ts';
import { conflictOf, useSaveEntry, type EntryBase } from '../entry/save-entry.ts';

export interface RowEdit {
  /** The record that is being edited, as it was when that began; null for none. */
  readonly record: ProductionRecord | null;
  readonly text: EntryText | null;
  /** The record whose editing has just ended, until the focus is back at its button; null for none. */
  readonly leftId: string | null;
  /** Volumes of the day before; null while they are not known or there are none. */
  readonly previous: RecordedVolumes | null;
  readonly errors: readonly FieldError[];
  /** What is wrong, in one sentence; null for nothing. */
  readonly message: string | null;
  readonly saving: boolean;
  /** What was to be saved, and what somebody else saved meanwhile. */
  readonly conflict: { readonly mine: ProductionEntry; readonly theirs: ProductionRecord } | null;
  readonly start: (record: ProductionRecord) => void;
  readonly change: (change: Partial<EntryText>) => void;
  readonly save: () => void;
  /** Saves over what somebody else saved. */
  readonly overwrite: () => void;
  readonly cancel: () => void;
  /** The focus is back. */
  readonly onReturned: () => void;
}

const RowEditContext = createContext<RowEdit | null>(null);
export const RowEditProvider = RowEditContext;

export function useRowEditContext(): RowEdit {
  const edit = use(RowEditContext);
  if (edit === null) throw new Error('A cell that can be edited needs a RowEditProvider around its table');
  return edit;
}

interface Editing {
  readonly record: ProductionRecord;
  readonly text: EntryText;
  readonly errors: readonly FieldError[];
  readonly entry: ProductionEntry | null;
}

export function useRowEdit(wellId: string): RowEdit {
  const words = useWords();
  const { today } = useSession();
  const [editing, setEditing] = useState<Editing | null>(null);
  const [leftId, setLeftId] = useState<string | null>(null);
  const dayBefore = editing === null ? '' : addDays(editing.record.productionDate, -1);
  const { data: previous } = useRecordOfDay(wellId, dayBefore);
  const { mutate, reset, isPending, error } = useSaveEntry();
  const theirs = conflictOf(error);
  const errors = editing === null ? [] : [...editing.errors, ...(problemOf(error)?.errors ?? [])];

  const stop = () => {
    setLeftId(editing?.record.id ?? null);
    setEditing(null);
    reset();
  };
  const send = (entry: ProductionEntry, base: EntryBase) => {
    mutate(
      { wellId, entry, base },
      {
        onSuccess: () => {
          stop();
          toast.success(words.productionTexts.dayKept(words.formatDay(entry.productionDate)));
        },
      },
    );
  };
  return {
    record: editing?.record ?? null,
    text: editing?.text ?? null,
    leftId,
    previous: previous ?? null,
    errors,
    message: theirs === null ? messageOf(words, errors, error) : null,
    saving: isPending,
    conflict: editing?.entry && theirs ? { mine: editing.entry, theirs } : null,
    start: (record) => {
      reset();
      setEditing({ record, text: entryTextOf(record), errors: [], entry: null });
    },
    change: (change) => {
      if (editing !== null) setEditing({ ...editing, text: { ...editing.text, ...change }, errors: [] });
    },
    save: () => {
      if (editing === null || isPending) return;
      const parsed = parseEntry(words, editing.text, today);
      setEditing({
        ...editing,
        errors: parsed.ok ? [] : parsed.errors,
        entry: parsed.ok ? parsed.entry : null,
      });
      if (parsed.ok) send(parsed.entry, editing.record);
    },
    overwrite: () => {
      if (editing?.entry && theirs) send(editing.entry, theirs);
    },
    cancel: stop,
    onReturned: () => {
      setLeftId(null);
    },
  };
}

function messageOf(words: Words, errors: readonly FieldError[], error: unknown): string | null {
  if (errors.length > 0) return `${errors.map(({ message }) => words.formatMessage(message)).join('. ')}.`;
  return error === null ? null : problemSentence(words, error);
}
