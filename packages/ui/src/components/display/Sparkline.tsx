import { linePath } from '@wellpulse/forms';
import { cx } from '../../lib/cx.ts';

export interface SparklineProps {
  /** Oldest first; null leaves a gap. */
  values: readonly (number | null)[];
  /** What it shows, for screen readers; leave out where the numbers beside it say so. */
  label?: string;
  tone?: 'oil' | 'gas' | 'water' | 'accent' | 'muted';
  width?: number;
  height?: number;
  className?: string;
}

const strokes = {
  oil: 'text-oil',
  gas: 'text-gas',
  water: 'text-water',
  accent: 'text-accent-text',
  muted: 'text-ink-subtle',
};

/**
 * A small line without axes, beside a number. A gap is a day without a value.
 *
 * @example
 * <Sparkline values={[42, 41.5, null, 40]} tone="oil" label="Oil of four days" />
 */
export function Sparkline({
  values,
  label,
  tone = 'accent',
  width = 96,
  height = 28,
  className,
}: SparklineProps) {
  const path = linePath(values, { width, height, padding: 2 });
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      preserveAspectRatio="none"
      className={cx('block shrink-0 overflow-visible', strokes[tone], className)}
      {...(label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label })}
    >
      <path
        d={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.5}
        strokeLinecap="round"
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
