import type { ReactNode } from 'react';
import { cx } from '../../lib/cx.ts';

/** What a colour says: a state, the accent, or a product. */
export type Tone = 'good' | 'attention' | 'bad' | 'unknown' | 'accent' | 'oil' | 'gas' | 'water';

const tones: Record<Tone, string> = {
  good: 'bg-good-soft text-good',
  attention: 'bg-attention-soft text-attention',
  bad: 'bg-bad-soft text-bad',
  unknown: 'bg-unknown-soft text-unknown',
  accent: 'bg-accent-soft text-accent-text',
  oil: 'bg-oil-soft text-oil',
  gas: 'bg-gas-soft text-gas',
  water: 'bg-water-soft text-water',
};

export interface BadgeProps {
  /** The word. A badge is never its colour alone. */
  children: ReactNode;
  tone?: Tone;
  icon?: ReactNode;
  className?: string;
}

/**
 * A short word on a coloured ground. The word says all: the colour only repeats it.
 *
 * @example
 * <Badge tone="attention" icon={<Clock aria-hidden />}>Due today</Badge>
 */
export function Badge({ children, tone = 'unknown', icon, className }: BadgeProps) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-xs font-medium whitespace-nowrap [&>svg]:size-3.5',
        tones[tone],
        className,
      )}
    >
      {icon}
      {children}
    </span>
  );
}
