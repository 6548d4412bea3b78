'use client';

import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { DataTableColumn } from './column.ts';
import { onPhone } from './column-widths.ts';

/** A click on one of these inside a row means itself, not the row. */
const INTERACTIVE = 'a, button, input, select, textarea, label, summary, [role="button"], [role="menuitem"]';

/** A person who drags over a number means to copy it, not to open the row. */
const isSelecting = () => document.getSelection()?.isCollapsed === false;

export interface BodyRowProps<Item> {
  item: Item;
  index: number;
  columns: readonly DataTableColumn<Item>[];
  height: number;
  cellClass: string;
  selected: boolean;
  onOpen: ((item: Item) => void) | undefined;
  /** In the tab order: exactly one row of the table is. */
  tabbable: boolean;
  /** The keyboard moved here: take the focus as soon as the row exists. */
  takesFocus: boolean;
  onFocus: (index: number) => void;
}

export function BodyRow<Item>(props: BodyRowProps<Item>): ReactNode {
  const { item, index, columns, height, cellClass, selected, onOpen, tabbable, takesFocus, onFocus } = props;
  const row = useRef<HTMLTableRowElement>(null);

  useEffect(() => {
    if (takesFocus) row.current?.focus({ preventScroll: true });
  }, [takesFocus]);

  const isOwnEvent = (event: MouseEvent | KeyboardEvent) =>
    event.target instanceof Element && event.target.closest(INTERACTIVE) === null;
  const interaction =
    onOpen === undefined
      ? {}
      : {
          tabIndex: tabbable ? 0 : -1,
          onFocus: () => {
            onFocus(index);
          },
          onClick: (event: MouseEvent) => {
            if (isOwnEvent(event) && !isSelecting()) onOpen(item);
          },
          onKeyDown: (event: KeyboardEvent) => {
            if (event.key === 'Enter' && isOwnEvent(event)) onOpen(item);
          },
        };
  return (
    <tr
      ref={row}
      // The header is row 1.
      aria-rowindex={index + 2}
      aria-selected={selected || undefined}
      {...interaction}
      style={{ height }}
      className={cx(
        'group/row focus-visible:-outline-offset-2',
        selected ? 'bg-selected' : onOpen !== undefined && 'hover:bg-hover',
        onOpen !== undefined && 'cursor-pointer',
      )}
    >
      {columns.map((column) => (
        <td
          key={column.id}
          className={cx(
            'truncate border-b border-line group-last/row:border-b-0',
            cellClass,
            onPhone(column),
            column.align === 'right' && 'num text-right',
            column.align === 'center' && 'text-center',
          )}
        >
          {column.cell(item)}
        </td>
      ))}
    </tr>
  );
}
