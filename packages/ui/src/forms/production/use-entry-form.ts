'use client';

/** The state behind the entry form: the text, when errors show, and what leaves the form. */
import type { FieldError, ProductionEntry } from '@wellpulse/contracts';
import { useState } from 'react';
import type { EntryText } from './entry-text.ts';
import { parseEntry } from './rules.ts';

export type EntryField = keyof EntryText;

export interface EntryFormInput {
  draft: EntryText;
  onDraftChange: (draft: EntryText) => void;
  today: string;
  /** The server's answer to the last submission. */
  fieldErrors: readonly FieldError[];
  onSubmit: (entry: ProductionEntry) => void;
}

export interface EntryFormState {
  change: (field: EntryField, text: string) => void;
  /** The person has left the field: from now on its error shows. */
  leave: (field: EntryField) => void;
  errorOf: (field: EntryField) => string | undefined;
  submit: () => void;
  /** Counts the submissions that were refused here: each one moves the focus to the first error. */
  refusals: number;
}

export function useEntryForm({
  draft,
  onDraftChange,
  today,
  fieldErrors,
  onSubmit,
}: EntryFormInput): EntryFormState {
  const [left, setLeft] = useState<ReadonlySet<EntryField>>(new Set());
  const [tried, setTried] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [sent, setSent] = useState<EntryText | null>(null);
  const parsed = parseEntry(draft, today);
  const own = parsed.ok ? [] : parsed.errors;

  return {
    refusals,
    change: (field, text) => {
      onDraftChange({ ...draft, [field]: text });
    },
    leave: (field) => {
      // An empty field that was only passed through is no mistake yet.
      if (draft[field].trim() !== '') setLeft((fields) => new Set(fields).add(field));
    },
    errorOf: (field) => {
      const mine = own.find((error) => error.path === field)?.message;
      if (mine !== undefined)
        return tried || (left.has(field) && draft[field].trim() !== '') ? mine : undefined;
      // What the server said about a value holds until the value changes.
      if (sent !== null && sent[field] !== draft[field]) return undefined;
      return fieldErrors.find((error) => error.path === field)?.message;
    },
    submit: () => {
      setTried(true);
      if (!parsed.ok) {
        setRefusals((count) => count + 1);
        return;
      }
      // What comes next, such as an empty form for the next day, starts without complaints.
      setTried(false);
      setLeft(new Set());
      setSent(draft);
      onSubmit(parsed.entry);
    },
  };
}
