/** Geometry of a sparkline, apart from React so that it can be tested. */

export interface SparklineSize {
  width: number;
  height: number;
  /** Kept free on every side, so that the stroke is not cut. */
  padding: number;
}

/** An SVG path through the values from left to right; a null breaks the line. Empty when there is nothing to draw. */
export function sparklinePath(
  values: readonly (number | null)[],
  { width, height, padding }: SparklineSize,
): string {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return '';
  const low = Math.min(...known);
  const range = Math.max(...known) - low;
  const step = values.length > 1 ? (width - 2 * padding) / (values.length - 1) : 0;
  let pen: 'M' | 'L' = 'M';
  let path = '';
  values.forEach((value, position) => {
    if (value === null) {
      pen = 'M';
      return;
    }
    const share = range === 0 ? 0.5 : (value - low) / range;
    const x = padding + position * step;
    const y = height - padding - share * (height - 2 * padding);
    path += `${pen}${x.toFixed(2)} ${y.toFixed(2)}`;
    pen = 'L';
  });
  return path;
}
