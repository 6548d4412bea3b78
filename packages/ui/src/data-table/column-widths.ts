/** How wide a table and its columns are, as CSS variables: one set for phones, one for all else. */
import type { CSSProperties } from 'react';
import type { DataTableColumn } from './column.ts';

declare module 'react' {
  interface CSSProperties {
    [variable: `--${string}`]: string | undefined;
  }
}

type Widths = Pick<DataTableColumn<never>, 'width' | 'minWidth' | 'phoneWidth'>;

const DEFAULT_MIN_WIDTH = 120;

/** The class of a cell that may not be shown on a phone. */
export const onPhone = ({ phoneWidth }: Widths): string | false => phoneWidth === 'hidden' && 'max-sm:hidden';

const inPx = (width: number | undefined): string => (width === undefined ? 'auto' : `${width}px`);

export function columnWidths({ width, phoneWidth }: Widths): CSSProperties {
  const onPhones = typeof phoneWidth === 'number' ? phoneWidth : width;
  return { '--column': inPx(width), '--column-phone': inPx(onPhones) };
}

/** Below these the table scrolls sideways. */
export function tableWidths(columns: readonly Widths[]): CSSProperties {
  let [table, phone] = [0, 0];
  for (const { width, minWidth, phoneWidth } of columns) {
    const least = width ?? minWidth ?? DEFAULT_MIN_WIDTH;
    table += least;
    if (phoneWidth !== 'hidden') phone += phoneWidth ?? least;
  }
  return { '--table': inPx(table), '--table-phone': inPx(phone) };
}
