'use client';

/** The form of one day of a well, with what is known of that day: a draft, a record, and the day before. */
import type { ProductionEntry } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { emptyEntry, entryTextOf, ProductionEntryForm, toast } from '@wellpulse/ui';
import { useState } from 'react';
import { problemOf } from '../../../lib/api.ts';
import { words } from '../../../lib/language.ts';
import { problemSentence } from '../../../lib/problem-words.ts';
import { useSession } from '../../../components/SessionProvider.tsx';
import { useColleagueNames } from '../../../queries/user-queries.ts';
import { ConflictDialog } from '../records/ConflictDialog.tsx';
import { useRecordOfDay } from '../../../queries/production-queries.ts';
import { conflictOf, useSaveEntry, type EntryBase } from './save-entry.ts';
import { isSameText } from './drafts.ts';
import { useDraft, useDrafts } from './use-draft.tsx';

export interface EntryPanelProps {
  readonly well: { readonly id: string; readonly name: string };
  readonly initialDate: string;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function EntryPanel({ well, initialDate, onSaved, onCancel }: EntryPanelProps) {
  const { today, varianceThresholdPercent } = useSession();
  const [date, setDate] = useState(initialDate);
  const drafts = useDrafts();
  const [draft, setDraft] = useDraft({ wellId: well.id, date });
  const { data: record } = useRecordOfDay(well.id, date);
  const { data: previous } = useRecordOfDay(well.id, date === '' ? '' : addDays(date, -1));
  const [entry, setEntry] = useState<ProductionEntry | null>(null);
  const { mutate, reset, isPending, error } = useSaveEntry();
  const conflict = conflictOf(error);

  const start = record ? entryTextOf(record) : emptyEntry(date);
  const shown = draft === null ? start : { productionDate: date, ...draft };
  const changeDate = (next: string) => {
    // What was typed stays in the boxes: it was the day that was wrong.
    const place = { wellId: well.id, date: next };
    if (draft !== null && next !== '' && drafts?.read(place) === null) {
      drafts.write(place, { ...draft, base: null });
      setDraft(null);
    }
    setDate(next);
  };
  const save = (entryToSave: ProductionEntry, base: EntryBase | null) => {
    setEntry(entryToSave);
    mutate(
      { wellId: well.id, entry: entryToSave, base, text: shown },
      {
        onSuccess: () => {
          toast.success(`${well.name}, ${words.formatDay(entryToSave.productionDate)}: saved`);
          onSaved();
        },
      },
    );
  };

  return (
    <div className="flex flex-col gap-4">
      {record && <AlreadyEntered updatedBy={record.updatedBy} updatedAt={record.updatedAt} />}
      <ProductionEntryForm
        autoFocus
        today={today}
        previous={previous ?? null}
        thresholdPercent={varianceThresholdPercent}
        draft={shown}
        onDraftChange={({ productionDate, ...texts }) => {
          if (productionDate !== date) {
            changeDate(productionDate);
            return;
          }
          const base = draft === null ? (record ?? null) : draft.base;
          setDraft(
            isSameText(texts, start)
              ? null
              : { ...texts, base: base && { id: base.id, version: base.version } },
          );
        }}
        fieldErrors={problemOf(error)?.errors ?? NO_ERRORS}
        {...(error === null || conflict !== null ? {} : { formError: problemSentence(error) })}
        saving={isPending}
        submitLabel={record ? 'Save change' : 'Save entry'}
        onCancel={onCancel}
        onSubmit={(submitted) => {
          save(submitted, draft === null ? (record ?? null) : draft.base);
        }}
      />
      {conflict !== null && entry !== null && (
        <ConflictDialog
          wellName={well.name}
          mine={entry}
          theirs={conflict}
          saving={isPending}
          error={null}
          onKeepTheirs={() => {
            setDraft(null);
            reset();
          }}
          onSaveMine={() => {
            save(entry, conflict);
          }}
          onDecideLater={reset}
        />
      )}
    </div>
  );
}

const NO_ERRORS = [] as const;

function AlreadyEntered({ updatedBy, updatedAt }: { updatedBy: string; updatedAt: string }) {
  const { tenant } = useSession();
  const nameOf = useColleagueNames();
  return (
    <p className="rounded-md bg-accent-soft px-3 py-2 text-sm text-accent-text">
      This day is entered already, by {nameOf(updatedBy)} at {words.formatInstant(updatedAt, tenant.timeZone)}
      . Saving changes that entry.
    </p>
  );
}
