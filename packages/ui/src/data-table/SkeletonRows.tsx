import { Skeleton } from '../components/display/Skeleton.tsx';
import { cx } from '../lib/cx.ts';
import type { DataTableColumn } from './column.ts';
import { onPhone } from './column-widths.ts';

const ROWS = 8;
/** Lengths of the bars in turn: equal ones look like a pattern, not like text that is coming. */
const WIDTHS = ['w-3/4', 'w-1/2', 'w-2/3', 'w-3/5'];

export interface SkeletonRowsProps<Item> {
  columns: readonly DataTableColumn<Item>[];
  height: number;
  cellClass: string;
}

export function SkeletonRows<Item>({ columns, height, cellClass }: SkeletonRowsProps<Item>) {
  return Array.from({ length: ROWS }, (_, row) => (
    <tr key={row} aria-hidden style={{ height }}>
      {columns.map((column, at) => (
        <td key={column.id} className={cx('border-b border-line', cellClass, onPhone(column))}>
          <Skeleton
            className={cx('h-3.5', WIDTHS[(row + at) % WIDTHS.length], column.align === 'right' && 'ml-auto')}
          />
        </td>
      ))}
    </tr>
  ));
}
