/** Moving through the boxes of the sheet by keyboard. */
import { PRODUCTION_VALUE_NAMES, type ProductionValueName } from '@wellpulse/contracts';
import type { Submitted } from '@wellpulse/forms';
import type { KeyboardEvent } from 'react';

/** From left to right. */
export const SHEET_FIELDS = PRODUCTION_VALUE_NAMES;
export type SheetField = ProductionValueName;

/** Marks a box, so that the keyboard finds it. */
export const cellMark = (row: number, field: SheetField) => ({ 'data-sheet-cell': `${row}:${field}` });

/** The row and the field of a box; null for what is none. */
export function placeOfCell(
  target: EventTarget,
): { readonly row: number; readonly field: SheetField } | null {
  const mark = target instanceof HTMLElement ? target.dataset['sheetCell'] : undefined;
  const [row, name] = mark?.split(':') ?? [];
  const field = SHEET_FIELDS.find((known) => known === name);
  return field === undefined ? null : { row: Number(row), field };
}

/** Focuses the box of the nearest row that has one, from `row` on in steps of `step`. False at the end. */
export function focusCell(from: Element, row: number, step: 1 | -1, field: SheetField): boolean {
  const sheet = from.closest('[data-sheet]');
  const last = Number(sheet?.getAttribute('data-sheet') ?? 0);
  for (let candidate = row; candidate >= 0 && candidate < last; candidate += step) {
    const cell = sheet?.querySelector<HTMLInputElement>(`[data-sheet-cell="${candidate}:${field}"]`);
    if (!cell) continue;
    cell.focus();
    cell.select();
    return true;
  }
  return false;
}

/** Focuses the first box of a well that has something to look at, else its first box. */
export function focusWell(wellId: string): void {
  const row = document.querySelector(`[data-well="${wellId}"]`);
  const box =
    row?.querySelector<HTMLInputElement>('[aria-invalid="true"], [data-asked]') ??
    row?.querySelector<HTMLInputElement>('[data-sheet-cell]');
  box?.focus();
  box?.select();
}

/**
 * What a key in a box of the sheet does: Enter saves and goes to the next well, with Shift to the one before. It stays in the row
 * where something has to be looked at. The arrows move up and down within the column.
 */
export function handleSheetKey(
  event: KeyboardEvent<HTMLInputElement>,
  row: number,
  field: SheetField,
  save: () => Submitted['staysAt'],
) {
  if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
  const { key, shiftKey, currentTarget } = event;
  if (key === 'Enter') {
    event.preventDefault();
    const staysAt = save();
    const step = shiftKey ? -1 : 1;
    const stays = SHEET_FIELDS.find((known) => known === staysAt);
    if (stays !== undefined) focusCell(currentTarget, row, step, stays);
    else focusCell(currentTarget, row + step, step, 'oilVolume');
  } else if (key === 'ArrowDown' || key === 'ArrowUp') {
    event.preventDefault();
    const step = key === 'ArrowDown' ? 1 : -1;
    focusCell(currentTarget, row + step, step, field);
  }
}
