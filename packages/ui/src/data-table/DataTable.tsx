'use client';

/**
 * A table of any length: rows that are out of sight are not in the document, but the table says how many there
 * are. It is a real <table> with rows of one height. Sorting happens here, or at the server (`serverSorted`),
 * which then also sends the rows page by page (`onEndReached`).
 */
import type { RowData } from '@tanstack/react-table';
import { Fragment, useRef, type ReactNode } from 'react';
import { Spinner } from '../components/display/Spinner.tsx';
import { cx } from '../lib/cx.ts';
import { BodyRow } from './BodyRow.tsx';
import type { DataTableColumn, DataTableSort } from './column.ts';
import { columnWidths, onPhone, tableWidths } from './column-widths.ts';
import { DENSITIES, type Density } from './density.ts';
import { HeaderCell } from './HeaderCell.tsx';
import { SkeletonRows } from './SkeletonRows.tsx';
import { useSortedItems } from './use-sorted-items.ts';
import { useVisibleRows } from './use-visible-rows.ts';
import { useWords } from '../lib/words-context.tsx';

/** What a `DataTable` takes. Without `sort` the table keeps its sorting itself. */
export interface DataTableProps<Item extends RowData> {
  /** Names the table for screen readers. */
  label: string;
  /** Keep it stable between renders (module scope or useMemo), as `items`. */
  columns: readonly DataTableColumn<Item>[];
  items: readonly Item[];
  itemId: (item: Item) => string;
  /** Given: the host keeps the sorting, as in the URL; null for none. Left out: the table keeps it. */
  sort?: DataTableSort | null;
  onSortChange?: (sort: DataTableSort) => void;
  initialSort?: DataTableSort;
  /** The items come sorted; to sort here would be to sort one page of them. */
  serverSorted?: boolean;
  /** Makes rows clickable and reachable by keyboard (arrows, Page Up and Down, Home, End, Enter). */
  onRowClick?: (item: Item) => void;
  selectedId?: string | null;
  /** Said under the selected row, such as what is wrong with it. */
  selectedNote?: ReactNode;
  density?: Density;
  /** Nothing is known yet: rows of skeletons. */
  loading?: boolean;
  /** Further rows are on their way: said below the last. */
  loadingMore?: boolean;
  /** The last rows are in sight; called once for each number of items. */
  onEndReached?: () => void;
  /** How many rows there are at the server, where that is known. */
  total?: number;
  /** In the place of rows when there are none: an EmptyState or ErrorState. */
  empty?: ReactNode;
  /** CSS length beyond which the table scrolls. Without a limit no row could be left out. */
  maxHeight?: string;
  className?: string;
}

/**
 * A table of any length: only visible rows are drawn, and the keyboard reaches each row.
 *
 * @example
 * <DataTable label="Wells" columns={columns} items={wells} itemId={(well) => well.id} onRowClick={open} />
 */
export function DataTable<Item extends RowData>(props: DataTableProps<Item>) {
  const { controlTexts } = useWords();
  const { label, columns, items, itemId, onRowClick, selectedId, density = 'normal', className } = props;
  const { loading = false, loadingMore = false, maxHeight = 'min(70dvh, 48rem)' } = props;
  const { height, padding, text } = DENSITIES[density];
  const cellClass = cx(padding, text);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, directionOf, togglerOf } = useSortedItems({
    columns,
    items,
    itemId,
    sort: props.sort,
    initialSort: props.initialSort,
    onSortChange: props.onSortChange,
    serverSorted: props.serverSorted ?? false,
  });
  const visible = useVisibleRows({ scroller, count: rows.length, height, onEndReached: props.onEndReached });
  const isEmpty = rows.length === 0 && !loading;

  return (
    <div
      ref={scroller}
      // A region that scrolls must be reachable by keyboard where no row is.
      {...(onRowClick === undefined ? { tabIndex: 0, role: 'region', 'aria-label': label } : {})}
      className={cx(
        'relative overflow-auto overscroll-contain bg-surface focus-visible:-outline-offset-2',
        className,
      )}
      style={{ maxHeight }}
    >
      <table
        aria-label={label}
        aria-busy={loading || loadingMore}
        aria-rowcount={(props.total ?? rows.length) + 1}
        className="w-full min-w-(--table) table-fixed border-separate border-spacing-0 text-ink max-sm:min-w-(--table-phone)"
        style={tableWidths(columns)}
        onKeyDown={onRowClick === undefined ? undefined : visible.onKeyDown}
      >
        <colgroup>
          {columns.map((column) => (
            <col
              key={column.id}
              className={cx('w-(--column) max-sm:w-(--column-phone)', onPhone(column))}
              style={columnWidths(column)}
            />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <HeaderCell
                key={column.id}
                align={column.align}
                direction={directionOf(column.id)}
                onSort={togglerOf(column.id)}
                className={cx(padding, onPhone(column))}
              >
                {column.header}
              </HeaderCell>
            ))}
          </tr>
        </thead>
        <tbody>
          {loading && rows.length === 0 && (
            <SkeletonRows columns={columns} height={height} cellClass={cellClass} />
          )}
          <Space height={visible.spaceBefore} />
          {visible.indexes.map((index) => {
            const row = rows[index];
            return (
              row !== undefined && (
                <Fragment key={row.id}>
                  <BodyRow
                    item={row.original}
                    index={index}
                    columns={columns}
                    height={height}
                    cellClass={cellClass}
                    selected={row.id === selectedId}
                    onOpen={onRowClick}
                    tabbable={index === visible.tabbable}
                    takesFocus={index === visible.takesFocus}
                    onFocus={visible.onFocus}
                  />
                  {row.id === selectedId && isSaid(props.selectedNote) && (
                    <tr>
                      <td colSpan={columns.length} className="border-b border-line bg-selected px-3 py-1.5">
                        {/* In sight also where the table is wider than the screen. */}
                        <div className="sticky left-3 w-fit max-w-[min(40rem,80vw)]">
                          {props.selectedNote}
                        </div>
                      </td>
                    </tr>
                  )}
                </Fragment>
              )
            );
          })}
          <Space height={visible.spaceAfter} />
        </tbody>
      </table>
      {isEmpty && props.empty}
      {loadingMore && (
        <p className="sticky left-0 flex items-center justify-center gap-2 py-3 text-xs text-ink-muted">
          <Spinner />
          {controlTexts.loadingMore}
        </p>
      )}
    </div>
  );
}

const isSaid = (note: ReactNode): boolean => note !== undefined && note !== null && note !== false;

/** Stands for the rows that are out of sight. */
function Space({ height }: { height: number }) {
  return height === 0 ? null : (
    <tr aria-hidden>
      <td style={{ height, padding: 0 }} />
    </tr>
  );
}
