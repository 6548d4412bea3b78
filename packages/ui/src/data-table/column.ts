/** What a column is to its host, and how that becomes one of TanStack Table's. */
import {
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  type ColumnDef,
  type Row,
  type RowData,
} from '@tanstack/react-table';
import type { ReactNode } from 'react';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });
export type Features = typeof features;

export type SortValue = string | number | boolean | null | undefined;

/** A column of a `DataTable`: its heading, its cells and how it sorts. */
export interface DataTableColumn<Item> {
  /** Unique among the columns; with server sorting, the field's name there. */
  id: string;
  header: ReactNode;
  cell: (item: Item) => ReactNode;
  /** Right for numbers, so that their digits stand under each other. */
  align?: 'left' | 'right' | 'center';
  /** In px. Columns without a width share what is left. */
  width?: number;
  /** In px, for a column without a width: below this the table scrolls sideways. 120 by default. */
  minWidth?: number;
  /**
   * On a phone: another width, or not shown at all. CSS decides, so that nothing moves once the page knows where it is.
   */
  phoneWidth?: number | 'hidden';
  /** Given: the column sorts by it. Numbers by size, text as people count ("#2" before "#10"), null always last. */
  sortValue?: (item: Item) => SortValue;
  /** The server sorts by this column. */
  sortable?: boolean;
  /** The direction of the first click; descending suits dates and volumes. */
  firstDirection?: 'asc' | 'desc';
}

/** The column that a table is sorted by, and whether the largest comes first. */
export interface DataTableSort {
  id: string;
  desc: boolean;
}

const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Orders two values of one column; ascending. */
export function compareValues(left: unknown, right: unknown): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  return collator.compare(String(left), String(right));
}

function sortFn<Item extends RowData>(
  left: Row<Features, Item>,
  right: Row<Features, Item>,
  columnId: string,
): number {
  return compareValues(left.getValue(columnId), right.getValue(columnId));
}

export function toColumnDefs<Item extends RowData>(
  columns: readonly DataTableColumn<Item>[],
): ColumnDef<Features, Item>[] {
  return columns.map((column) => ({
    id: column.id,
    // Undefined is what TanStack Table puts last in both directions.
    accessorFn: (item: Item) => column.sortValue?.(item) ?? undefined,
    enableSorting: column.sortValue !== undefined || column.sortable === true,
    sortDescFirst: column.firstDirection === 'desc',
    sortUndefined: 'last' as const,
    sortFn,
  }));
}
