'use client';

import { Progress as Radix } from 'radix-ui';
import { cx } from '../../lib/cx.ts';

export interface ProgressProps {
  /** What progresses, for screen readers. */
  label: string;
  /** Done so far; null when the amount is not known yet. */
  value: number | null;
  max?: number;
  tone?: 'accent' | 'good' | 'attention' | 'bad';
  className?: string;
}

const fills = { accent: 'bg-accent', good: 'bg-good', attention: 'bg-attention', bad: 'bg-bad' };

/**
 * How far something is, as a bar. A `value` of null says that the amount is not known yet.
 *
 * @example
 * <Progress label="Import" value={rowsRead} max={rows} />
 */
export function Progress({ label, value, max = 100, tone = 'accent', className }: ProgressProps) {
  const share = value === null || max <= 0 ? 0 : Math.min(1, Math.max(0, value / max));
  return (
    <Radix.Root
      aria-label={label}
      value={value === null ? null : Math.min(value, max)}
      max={max > 0 ? max : 1}
      className={cx('h-1.5 w-full overflow-hidden rounded-full bg-line', className)}
    >
      <Radix.Indicator
        className={cx(
          'h-full rounded-full transition-[width] duration-300',
          fills[tone],
          value === null && 'animate-shimmer',
        )}
        style={{ width: value === null ? '40%' : `${share * 100}%` }}
      />
    </Radix.Root>
  );
}
