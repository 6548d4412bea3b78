'use client';

import { factsOf, type FieldError, type ProductionEntry } from '@wellpulse/contracts';
import { CircleCheck, CircleAlert, ClipboardPaste } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { Badge } from '../../components/display/Badge.tsx';
import { Kbd } from '../../components/display/Kbd.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { BulkCell } from './BulkCell.tsx';
import {
  BULK_FIELDS,
  cellsOf,
  type BulkDay,
  type BulkDraft,
  type BulkField,
  type Cell,
} from './bulk-draft.ts';
import type { RecordedVolumes } from './entry-text.ts';
import { cellAfterKey } from './grid-keys.ts';
import { isNumber } from './rules.ts';
import { useBulkGrid } from './use-bulk-grid.ts';

export interface BulkProductionGridProps {
  /** The rows, oldest first; days with a record show it and can't be changed here. */
  days: readonly BulkDay[];
  /** The record of the day before the first row, for its warnings. */
  before: RecordedVolumes | null;
  today: string;
  thresholdPercent: number;
  /** The filled days, oldest first: all of them or none are to be saved. */
  onSubmit: (entries: ProductionEntry[]) => void;
  draft?: BulkDraft;
  onDraftChange?: (draft: BulkDraft) => void;
  /** The server's errors, by the entries that were submitted last: `entries[3].oilVolume`. */
  fieldErrors?: readonly FieldError[];
  formError?: ReactNode;
  saving?: boolean;
  onCancel?: () => void;
}

const NO_ERRORS: readonly FieldError[] = [];

const headingOf = (field: BulkField) => ({
  unit: factsOf('production', field)?.unit,
  className: isNumber(field) ? 'w-[18%] text-right' : 'text-left',
});

/**
 * Several days at once, like a spreadsheet: arrows, Tab and Enter move, a copied block pastes into its place.
 *
 * @example
 * <BulkProductionGrid days={days} before={null} today={today} thresholdPercent={20} onSubmit={save} />
 */
export function BulkProductionGrid(props: BulkProductionGridProps) {
  const words = useWords();
  const { formTexts, controlTexts, fieldLabel, formatDay, readingWords } = words;
  const { days, saving = false } = props;
  const table = useRef<HTMLTableElement>(null);
  const noteId = useId();
  const [ownDraft, setOwnDraft] = useState<BulkDraft>({});
  const draft = props.draft ?? ownDraft;
  const grid = useBulkGrid({
    words,
    days,
    before: props.before,
    today: props.today,
    thresholdPercent: props.thresholdPercent,
    draft,
    onDraftChange: (next) => {
      setOwnDraft(next);
      props.onDraftChange?.(next);
    },
    fieldErrors: props.fieldErrors ?? NO_ERRORS,
    onSubmit: props.onSubmit,
  });

  const focusCell = ({ row, column }: Cell) => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, from: Cell) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      if (!saving) grid.submit();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && grid.undoPaste !== null) {
      event.preventDefault();
      grid.undoPaste();
      return;
    }
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const { selectionStart, selectionEnd, value } = event.currentTarget;
    const whole = selectionStart === 0 && selectionEnd === value.length;
    const to = cellAfterKey(
      from,
      {
        key: event.key,
        shiftKey: event.shiftKey,
        atStart: whole || (selectionStart === 0 && selectionEnd === 0),
        atEnd: whole || selectionStart === value.length,
      },
      { row: days.length, column: BULK_FIELDS.length },
    );
    if (to === null) return;
    event.preventDefault();
    focusCell(to);
  };

  return (
    <div className="flex flex-col gap-3">
      <div className="overflow-x-auto rounded-lg border border-line">
        <table
          ref={table}
          className="w-full min-w-xl table-fixed border-separate border-spacing-0 [&_tbody_tr:last-child_:is(td,th)]:border-b-0"
        >
          <caption className="sr-only">{formTexts.gridCaption}</caption>
          <thead>
            <tr className="text-xs text-ink-muted">
              <th scope="col" className="h-9 w-36 border-b border-line px-3 text-left font-medium">
                {fieldLabel('production', 'productionDate')}
              </th>
              {BULK_FIELDS.map((field) => {
                const { unit, className } = headingOf(field);
                return (
                  <th
                    key={field}
                    scope="col"
                    className={`border-b border-l border-line px-2.5 font-medium ${className}`}
                  >
                    {fieldLabel('production', field)}
                    {unit !== undefined && <span className="ml-1 font-normal text-ink-subtle">{unit}</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {days.map((bulkDay, row) => {
              const text = cellsOf(bulkDay, draft);
              const dayError = grid.dayError(bulkDay);
              return (
                <tr key={bulkDay.day}>
                  <th
                    scope="row"
                    className="border-b border-line px-3 text-left text-sm font-normal whitespace-nowrap"
                  >
                    <span className="flex items-center gap-1.5">
                      {formatDay(bulkDay.day)}
                      {bulkDay.record !== null && (
                        <CircleCheck aria-label={formTexts.entered} className="size-3.5 text-good" />
                      )}
                      {(bulkDay.record?.estimatedFrom ?? null) !== null && (
                        <Badge>{readingWords.estimated}</Badge>
                      )}
                      {dayError !== undefined && (
                        <CircleAlert aria-label={dayError} className="size-3.5 text-bad" />
                      )}
                    </span>
                  </th>
                  {BULK_FIELDS.map((field, column) => (
                    <BulkCell
                      key={field}
                      position={`${row}:${column}`}
                      label={`${fieldLabel('production', field)}, ${formatDay(bulkDay.day)}`}
                      text={text[field]}
                      numeric={isNumber(field)}
                      {...grid.noteOf(row, field)}
                      readOnly={bulkDay.record !== null}
                      describedBy={noteId}
                      onTextChange={(next) => {
                        grid.change(bulkDay.day, field, next);
                      }}
                      onFocus={() => {
                        grid.setActive({ row, column });
                      }}
                      onKeyDown={(event) => {
                        onKeyDown(event, { row, column });
                      }}
                      onPaste={(event) => {
                        if (grid.paste({ row, column }, event.clipboardData.getData('text/plain')))
                          event.preventDefault();
                      }}
                    />
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <div id={noteId} role="status" className="min-h-4 text-xs">
        <ActiveNote grid={grid} days={days} />
      </div>
      {props.formError !== undefined && (
        <div role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-sm text-bad">
          {props.formError}
        </div>
      )}
      <div className="flex flex-wrap items-center justify-end gap-2">
        <span className="mr-auto hidden items-center gap-1 text-xs text-ink-subtle sm:flex">
          <ClipboardPaste aria-hidden className="size-3.5" /> {formTexts.paste} · <Kbd>Ctrl</Kbd>
          <Kbd>Enter</Kbd> {formTexts.keysSave}
        </span>
        {props.onCancel !== undefined && <Button onClick={props.onCancel}>{controlTexts.cancel}</Button>}
        <Button variant="primary" loading={saving} onClick={grid.submit}>
          {grid.filled === null || grid.filled === 0
            ? formTexts.saveDays
            : formTexts.saveNumberOfDays(grid.filled)}
        </Button>
      </div>
    </div>
  );
}

/** About the cell in use: its error, its warning, or what happened last. */
function ActiveNote({ grid, days }: { grid: ReturnType<typeof useBulkGrid>; days: readonly BulkDay[] }) {
  const { formTexts, formatDay } = useWords();
  const { row, column } = grid.active;
  const field = grid.fieldAt(column);
  const day = days[row];
  if (field === undefined || day === undefined) return null;
  const { error, warning } = grid.noteOf(row, field);
  const where = `${formatDay(day.day)}: `;
  const wrong = error ?? grid.dayError(day);
  return (
    <>
      {grid.message !== null && (
        <p className="flex flex-wrap items-center gap-x-2 text-ink-muted">
          {grid.message}
          {grid.undoPaste !== null && <Button onClick={grid.undoPaste}>{formTexts.undoPaste}</Button>}
        </p>
      )}
      {wrong !== undefined && <p className="text-bad">{where + wrong}</p>}
      {wrong === undefined && warning !== null && day.record === null && (
        <p className="text-attention">{where + warning}</p>
      )}
    </>
  );
}
