'use client';

/** The state behind the bulk grid: the draft, the cell in use, paste, errors, and what leaves the grid. */
import { productOf, type FieldError, type ProductionEntry } from '@wellpulse/contracts';
import { readPaste } from '@wellpulse/forms';
import type { Words } from '@wellpulse/words';
import { useState } from 'react';
import {
  BULK_FIELDS,
  cellsOf,
  parseBulk,
  pasteInto,
  serverErrors,
  volumeBefore,
  withCell,
  type BulkDay,
  type BulkDraft,
  type BulkField,
  type Cell,
  type CellErrors,
} from './bulk-draft.ts';
import { NO_VOLUMES_TEXT, type RecordedVolumes, type VolumesText } from './entry-text.ts';
import { isNumber, parseReading, varianceNote } from './rules.ts';

export interface BulkGridInput {
  words: Words;
  days: readonly BulkDay[];
  before: RecordedVolumes | null;
  today: string;
  thresholdPercent: number;
  draft: BulkDraft;
  onDraftChange: (draft: BulkDraft) => void;
  fieldErrors: readonly FieldError[];
  onSubmit: (entries: ProductionEntry[]) => void;
}

export interface CellNote {
  error: string | undefined;
  warning: string | null;
}

export function useBulkGrid(input: BulkGridInput) {
  const { words, days, before, today, thresholdPercent, draft, onDraftChange, fieldErrors } = input;
  const [active, setActive] = useState<Cell>({ row: 0, column: 0 });
  const [tried, setTried] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  /** What stood there before the last paste, until something else is changed. */
  const [beforePaste, setBeforePaste] = useState<BulkDraft | null>(null);
  const [sent, setSent] = useState<{ days: string[]; draft: BulkDraft } | null>(null);
  const parsed = parseBulk(words, days, draft, today);
  const own: CellErrors = parsed.ok ? {} : parsed.errors;
  const answered: CellErrors = sent === null ? {} : serverErrors(words, fieldErrors, sent.days);

  const errorOf = (
    day: string,
    field: BulkField | 'productionDate',
    text: VolumesText,
  ): string | undefined => {
    const mine = own[day]?.[field];
    // A cell that is no number shows at once: after a paste nobody visits every cell.
    const misspelt =
      field !== 'productionDate' && isNumber(field) && !parseReading(words, text[field], field).ok;
    if (mine !== undefined && (tried || misspelt)) return mine;
    // What the server said about a day holds until the day changes.
    return sent?.draft[day] === draft[day] ? answered[day]?.[field] : undefined;
  };

  return {
    active,
    setActive,
    /** What happened to the last paste or submission, in words. */
    message,
    noteOf: (row: number, field: BulkField): CellNote => {
      const day = days[row];
      if (day === undefined) return { error: undefined, warning: null };
      const text = cellsOf(day, draft);
      const product = productOf(field);
      return {
        error: errorOf(day.day, field, text),
        warning:
          product === undefined
            ? null
            : varianceNote(
                words,
                text[field],
                volumeBefore(days, draft, row, product, before),
                product,
                thresholdPercent,
              ),
      };
    },
    dayError: (day: BulkDay) => errorOf(day.day, 'productionDate', cellsOf(day, draft)),
    change: (day: string, field: BulkField, text: string) => {
      setMessage(null);
      setBeforePaste(null);
      onDraftChange(withCell(draft, day, field, text));
    },
    /** False: the text is one value, which the input itself takes. */
    paste: (start: Cell, text: string): boolean => {
      const field = BULK_FIELDS[start.column];
      const block = readPaste(text, field !== undefined && isNumber(field) ? 'NUMBER' : 'TEXT');
      if (block === null) return false;
      const pasted = pasteInto(days, draft, start, block);
      onDraftChange(pasted.draft);
      setBeforePaste(pasted.filled === 0 ? null : emptied(pasted.draft, draft));
      setMessage(
        words.formTexts.pasted(
          pasted.filled,
          pasted.leftOut,
          pasted.recordedDays.map(words.formatDay).join(', '),
        ),
      );
      return true;
    },
    /** Puts back what stood there before the last paste; null if nothing was pasted since. */
    undoPaste:
      beforePaste === null
        ? null
        : () => {
            onDraftChange(beforePaste);
            setBeforePaste(null);
            setMessage(words.formTexts.pasteUndone);
          },
    submit: () => {
      setTried(true);
      if (!parsed.ok) {
        const wrong = Object.keys(parsed.errors).length;
        setMessage(words.formTexts.nothingSaved(wrong));
        return;
      }
      if (parsed.entries.length === 0) {
        setMessage(words.formTexts.nothingToSave);
        return;
      }
      setMessage(null);
      setBeforePaste(null);
      setTried(false);
      setSent({ days: parsed.entries.map((entry) => entry.productionDate), draft });
      input.onSubmit(parsed.entries);
    },
    filled: parsed.ok ? parsed.entries.length : null,
    fieldAt: (column: number) => BULK_FIELDS[column],
  };
}

/** The former draft, with empty boxes where it had none: a place that is not named keeps what it holds. */
const emptied = (pasted: BulkDraft, former: BulkDraft): BulkDraft => ({
  ...Object.fromEntries(Object.keys(pasted).map((day) => [day, NO_VOLUMES_TEXT])),
  ...former,
});
