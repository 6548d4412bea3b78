'use client';

import { factsOf } from '@wellpulse/contracts';
import {
  BULK_FIELDS,
  BulkGrid,
  cellAfterKey,
  cellsOf,
  isEntered,
  isNumber,
  knownDays,
  useObserved,
  type BulkDay,
  type BulkField,
  type Cell,
  type EntryDesk,
  type RecordedVolumes,
} from '@wellpulse/forms';
import { CircleCheck, CircleAlert, ClipboardPaste } from 'lucide-react';
import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { Badge } from '../../components/display/Badge.tsx';
import { Kbd } from '../../components/display/Kbd.tsx';
import { cx } from '../../lib/cx.ts';
import { swallowHeldEnter } from '../../lib/held-enter.ts';
import { useWords } from '../../lib/words-context.tsx';
import { FormAlert } from '../FormAlert.tsx';
import { BulkCell } from './BulkCell.tsx';
import { BulkNotes } from './BulkNotes.tsx';

export interface BulkProductionGridProps<Photo> {
  /** Keeps what is typed, and saves it. */
  desk: EntryDesk<Photo>;
  wellId: string;
  /** The rows, oldest first. A day that is entered is changed here only by pasting over it. */
  days: readonly BulkDay[];
  /** The record of the day before the first row, for its warnings. */
  before: RecordedVolumes | null;
  today: string;
  thresholdPercent: number;
  /** So many days were saved. */
  onSaved: (days: number) => void;
  onCancel?: () => void;
  /** The buttons always in sight: for gloves, on small screens. */
  size?: 'office' | 'field';
}

const headingOf = (field: BulkField) => ({
  unit: factsOf('production', field)?.unit,
  className: isNumber(field) ? 'w-[18%] text-right' : 'text-left',
});

/**
 * Several days at once, like a spreadsheet: arrows, Tab and Enter move, a copied block pastes into its place.
 *
 * @example
 * <BulkProductionGrid desk={desk} wellId={well.id} days={days} before={null} today={today} thresholdPercent={20} onSaved={tell} />
 */
export function BulkProductionGrid<Photo>(props: BulkProductionGridProps<Photo>) {
  const words = useWords();
  const { formTexts, controlTexts, fieldLabel, formatDay, readingWords } = words;
  const { desk, wellId, before, today, thresholdPercent } = props;
  const table = useRef<HTMLTableElement>(null);
  const noteId = useId();
  const [grid] = useState(() => new BulkGrid(desk, words));
  useObserved(desk, () => desk.revision, -1);
  useObserved(grid, () => grid.revision, -1);
  const days = knownDays(wellId, props.days, before, (place) => desk.draft(place));
  const saving = days.some((day) => desk.phase(day)?.kind === 'SAVING');
  const filled = grid.filled(days);
  const problem = grid.problem(days);
  const recordOf = (row: number) => props.days[row]?.record ?? null;
  const noteOf = (row: number, field: BulkField) => grid.noteOf(days, row, field, before, thresholdPercent);

  const focusCell = ({ row, column }: Cell) => {
    table.current?.querySelector<HTMLInputElement>(`[data-cell="${row}:${column}"]`)?.focus();
  };
  const save = () => {
    if (saving) return;
    const { staysAt, done } = grid.save(days, { words, today });
    if (staysAt !== null) {
      const row = days.findIndex(({ date }) => date === staysAt.date);
      const field = grid.fieldToLookAt(staysAt);
      focusCell({ row, column: field === null ? 0 : BULK_FIELDS.indexOf(field) });
    }
    void done.then((total) => {
      if (total > 0) props.onSaved(total);
    });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, from: Cell) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      save();
      return;
    }
    if ((event.ctrlKey || event.metaKey) && event.key === 'z' && grid.canUndo) {
      event.preventDefault();
      grid.undo(days);
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
    <div className="flex flex-col gap-3" onKeyDownCapture={swallowHeldEnter}>
      <div className="overflow-x-auto rounded-lg border border-line field:-mx-5 field:border-0">
        <table
          ref={table}
          className="w-full min-w-xl field:min-w-2xl table-fixed border-separate border-spacing-0 field:border-spacing-x-5 field:border-spacing-y-5 [&_tbody_tr:last-child_:is(td,th)]:border-b-0"
        >
          <caption className="sr-only">{formTexts.gridCaption}</caption>
          <thead>
            <tr className="text-xs text-ink-muted">
              <th
                scope="col"
                className="h-9 w-36 border-b border-line px-3 text-left font-medium field:h-auto field:w-44 field:border-0 field:px-0"
              >
                {fieldLabel('production', 'productionDate')}
              </th>
              {BULK_FIELDS.map((field) => {
                const { unit, className } = headingOf(field);
                return (
                  <th
                    key={field}
                    scope="col"
                    className={`border-b border-l border-line px-2.5 font-medium field:border-0 ${className}`}
                  >
                    {fieldLabel('production', field)}
                    {unit !== undefined && <span className="ml-1 font-normal text-ink-subtle">{unit}</span>}
                  </th>
                );
              })}
            </tr>
          </thead>
          <tbody>
            {days.map((day, row) => {
              const draft = desk.draft(day);
              const text = cellsOf({ record: recordOf(row) }, draft);
              const dayError = grid.dayError(day);
              const isLocked = isEntered({ record: recordOf(row) }, draft);
              return (
                <tr key={day.date}>
                  <th
                    scope="row"
                    className="border-b border-line px-3 text-left text-sm font-normal whitespace-nowrap field:border-0 field:px-0 field:text-base"
                  >
                    <span className="flex items-center gap-1.5">
                      {formatDay(day.date)}
                      {isLocked && (
                        <CircleCheck
                          aria-label={formTexts.entered}
                          className="size-3.5 text-good field:size-5"
                        />
                      )}
                      {(day.record?.estimatedFrom ?? null) !== null && (
                        <Badge>{readingWords.estimated}</Badge>
                      )}
                      {dayError !== undefined && (
                        <CircleAlert aria-label={dayError} className="size-3.5 text-bad field:size-5" />
                      )}
                    </span>
                  </th>
                  {BULK_FIELDS.map((field, column) => (
                    <BulkCell
                      key={field}
                      position={`${row}:${column}`}
                      label={`${fieldLabel('production', field)}, ${formatDay(day.date)}`}
                      text={text[field]}
                      numeric={isNumber(field)}
                      {...noteOf(row, field)}
                      readOnly={isLocked}
                      describedBy={noteId}
                      onTextChange={(next) => {
                        grid.type(day, field, next);
                      }}
                      onFocus={() => {
                        grid.choose({ row, column });
                      }}
                      onKeyDown={(event) => {
                        onKeyDown(event, { row, column });
                      }}
                      onPaste={(event) => {
                        if (grid.paste(days, { row, column }, event.clipboardData.getData('text/plain')))
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
        <BulkNotes grid={grid} days={days} noteOf={noteOf} />
      </div>
      {problem !== null && <FormAlert>{problem}</FormAlert>}
      <div
        className={cx(
          'flex flex-wrap items-center justify-end gap-2 field:gap-5',
          props.size === 'field' &&
            'sticky bottom-0 z-10 -mx-1 border-t border-line bg-canvas px-1 py-5 low:static',
        )}
      >
        <span className="mr-auto hidden items-center gap-1 text-xs text-ink-subtle sm:flex">
          <ClipboardPaste aria-hidden className="size-3.5" /> {formTexts.paste} · <Kbd>Ctrl</Kbd>
          <Kbd>Enter</Kbd> {formTexts.keysSave}
        </span>
        {props.onCancel !== undefined && <Button onClick={props.onCancel}>{controlTexts.cancel}</Button>}
        <Button variant="primary" loading={saving} onClick={save}>
          {filled === 0 ? formTexts.saveDays : formTexts.saveNumberOfDays(filled)}
        </Button>
      </div>
    </div>
  );
}
