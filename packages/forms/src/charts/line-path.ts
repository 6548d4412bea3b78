/** The box that a line is drawn in. */
export interface LineBox {
  readonly width: number;
  readonly height: number;
  /** Kept free on every side, so that the stroke is not cut. */
  readonly padding: number;
  /** What stands on the bottom; the smallest value if left out. */
  readonly from?: number;
}

/**
 * An SVG path through the values from left to right; a null breaks the line, and a value between two nulls is a dot. Empty when there is
 * nothing to draw.
 *
 * @example
 * linePath([0, 10], { width: 100, height: 20, padding: 0 }); // 'M0.00 20.00L100.00 0.00'
 */
export function linePath(
  values: readonly (number | null)[],
  { width, height, padding, from }: LineBox,
): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '';
  const low = from ?? Math.min(...known);
  const range = Math.max(...known) - low;
  const step = values.length > 1 ? (width - 2 * padding) / (values.length - 1) : 0;
  const isGap = (position: number): boolean => (values[position] ?? null) === null;
  return values
    .map((value, position) => {
      if (value === null) return '';
      const share = range === 0 ? 0.5 : (value - low) / range;
      const x = padding + position * step;
      const y = height - padding - share * (height - 2 * padding);
      const isFirst = isGap(position - 1);
      const isAlone = isFirst && isGap(position + 1);
      return `${isFirst ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}${isAlone ? 'h0' : ''}`;
    })
    .join('');
}
