'use client';

import { useTable, type Row, type RowData } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { features, toColumnDefs, type DataTableColumn, type DataTableSort, type Features } from './column.ts';

export interface SortingProps<Item> {
  columns: readonly DataTableColumn<Item>[];
  items: readonly Item[];
  itemId: (item: Item) => string;
  sort: DataTableSort | null | undefined;
  initialSort: DataTableSort | undefined;
  onSortChange: ((sort: DataTableSort) => void) | undefined;
  serverSorted: boolean;
}

export interface SortedItems<Item extends RowData> {
  rows: Row<Features, Item>[];
  /** The direction a column is sorted in; false for none. */
  directionOf: (columnId: string) => 'asc' | 'desc' | false;
  /** Sorts by the column, or turns its direction; undefined where it can't be sorted. */
  togglerOf: (columnId: string) => (() => void) | undefined;
}

/** Rows in order. The sorting is the host's where `sort` is given, else it is kept here. */
export function useSortedItems<Item extends RowData>(props: SortingProps<Item>): SortedItems<Item> {
  const { columns, items, itemId, onSortChange, serverSorted } = props;
  const [ownSort, setOwnSort] = useState(props.initialSort ?? null);
  const sort = props.sort === undefined ? ownSort : props.sort;

  const columnDefs = useMemo(() => toColumnDefs(columns), [columns]);
  const sorting = useMemo(() => (sort === null ? [] : [sort]), [sort]);
  const data = useMemo(() => [...items], [items]);
  const table = useTable({
    features,
    columns: columnDefs,
    data,
    getRowId: itemId,
    state: { sorting },
    manualSorting: serverSorted,
    enableSortingRemoval: false,
    onSortingChange: (updater) => {
      const [next] = typeof updater === 'function' ? updater(sorting) : updater;
      if (next === undefined) return;
      setOwnSort(next);
      onSortChange?.(next);
    },
  });
  return {
    rows: table.getRowModel().rows,
    directionOf: (columnId) => (sort?.id === columnId ? (sort.desc ? 'desc' : 'asc') : false),
    togglerOf: (columnId) => {
      const column = table.getColumn(columnId);
      if (column?.getCanSort() !== true) return undefined;
      return () => {
        column.toggleSorting(undefined, false);
      };
    },
  };
}
