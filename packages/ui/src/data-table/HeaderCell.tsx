'use client';

import { ChevronDown, ChevronUp, ChevronsUpDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { DataTableColumn } from './column.ts';

const ariaSort = { asc: 'ascending', desc: 'descending' } as const;
const icons = { asc: ChevronUp, desc: ChevronDown };

export interface HeaderCellProps {
  children: ReactNode;
  align: DataTableColumn<unknown>['align'];
  /** False: sorted by another column. */
  direction: 'asc' | 'desc' | false;
  /** Given: the column can be sorted. */
  onSort: (() => void) | undefined;
  className: string;
}

export function HeaderCell({ children, align, direction, onSort, className }: HeaderCellProps) {
  const Icon = direction ? icons[direction] : ChevronsUpDown;
  return (
    <th
      scope="col"
      aria-sort={direction ? ariaSort[direction] : undefined}
      className={cx(
        'sticky top-0 z-10 h-9 border-b border-line bg-surface text-xs font-medium whitespace-nowrap text-ink-muted',
        align === 'right' ? 'text-right' : align === 'center' ? 'text-center' : 'text-left',
        className,
      )}
    >
      {onSort === undefined ? (
        <span className="block truncate">{children}</span>
      ) : (
        <button
          type="button"
          onClick={onSort}
          className={cx(
            'group inline-flex h-full w-full items-center gap-1 font-medium hover:text-ink focus-visible:-outline-offset-2',
            direction && 'text-ink',
            align === 'right' ? 'flex-row-reverse' : align === 'center' && 'justify-center',
          )}
        >
          <span className="truncate">{children}</span>
          <Icon
            aria-hidden
            className={cx(
              'size-3.5 shrink-0',
              !direction && 'opacity-0 group-hover:opacity-60 group-focus-visible:opacity-60',
            )}
          />
        </button>
      )}
    </th>
  );
}
