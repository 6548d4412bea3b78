'use client';

/** Pasting into the sheet: a spreadsheet's rows fill down the wells, or find them by their names. */
import { pickFields, PRODUCTION_VALUES, type DaySheetRow } from '@wellpulse/contracts';
import { placePaste, readPaste, wellsNamed, type PlacedCell } from '@wellpulse/forms';
import { emptyEntry, entryTextOf, isBlank, isNumber, toast, useWords, type VolumesText } from '@wellpulse/ui';
import type { ClipboardEvent } from 'react';
import { isSameText, type Draft } from '../production/entry/drafts.ts';
import { useDrafts } from '../production/entry/use-draft.tsx';
import { placeOfCell } from './sheet-focus.ts';

/** The boxes of a row as the server has them. */
const startOf = ({ record }: DaySheetRow, date: string): VolumesText =>
  pickFields(PRODUCTION_VALUES, record === null ? emptyEntry(date) : entryTextOf(record));

/** What a change makes of a row's draft; null for a row that is as the server has it. */
export function changedDraft(
  row: DaySheetRow,
  date: string,
  draft: Draft | null,
  changed: Partial<VolumesText>,
): Draft | null {
  const start = startOf(row, date);
  const next = { ...pickFields(PRODUCTION_VALUES, draft ?? start), ...changed };
  const isUntouched = isSameText(next, start) || (row.record === null && isBlank(next));
  const base = draft === null ? row.record && { id: row.record.id, version: row.record.version } : draft.base;
  return isUntouched ? null : { ...next, base };
}

/** `rows` are the wells on the screen. The answer goes to the `onPaste` of what is around their boxes. */
export function useSheetPaste(
  date: string,
  rows: readonly DaySheetRow[],
  forget: (wellId: string) => void,
): (event: ClipboardEvent) => void {
  const { formTexts } = useWords();
  const drafts = useDrafts();

  return (event) => {
    const start = placeOfCell(event.target);
    if (drafts === null || start === null) return;
    const text = event.clipboardData.getData('text/plain');
    const block = readPaste(text, isNumber(start.field) ? 'NUMBER' : 'TEXT');
    if (block === null) return;
    event.preventDefault();
    const placed = placePaste(block, start, rows.length, wellsNamed(rows.map(({ wellName }) => wellName)));
    const isOpen = ({ row }: PlacedCell): boolean => rows[row]?.wellStatus !== 'PLUGGED';
    const cells = placed.cells.filter(isOpen);
    const before = new Map<string, Draft | null>();
    for (const { row: at, field, text: cell } of cells) {
      const row = rows[at];
      if (row === undefined) continue;
      const place = { wellId: row.wellId, date };
      const draft = drafts.read(place);
      if (!before.has(row.wellId)) before.set(row.wellId, draft);
      drafts.write(place, changedDraft(row, date, draft, { [field]: cell }));
      forget(row.wellId);
    }
    const leftOut = placed.leftOut + placed.cells.length - cells.length;
    toast(formTexts.pasted(cells.length, leftOut, ''), {
      action: {
        label: formTexts.undoPaste,
        onClick: () => {
          for (const [wellId, draft] of before) drafts.write({ wellId, date }, draft);
        },
      },
    });
  };
}
