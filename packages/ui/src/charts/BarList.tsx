import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import type { Product } from '../format/volume.ts';

export interface BarListItem {
  id: string;
  label: ReactNode;
  value: number;
  /** The value as written beside the bar. */
  text: ReactNode;
}

export interface BarListProps {
  items: readonly BarListItem[];
  /** The value of a full bar; the largest value by default. */
  max?: number;
  tone?: Product | 'accent' | 'good' | 'attention';
}

const fills = {
  oil: 'bg-oil-soft',
  gas: 'bg-gas-soft',
  water: 'bg-water-soft',
  accent: 'bg-accent-soft',
  good: 'bg-good-soft',
  attention: 'bg-attention-soft',
};

/** Values compared as bars behind their names. The numbers are text, so nothing depends on the bars. */
export function BarList({ items, max, tone = 'accent' }: BarListProps) {
  const full = max ?? Math.max(0, ...items.map((item) => item.value));
  return (
    <ul className="flex flex-col gap-1">
      {items.map((item) => (
        <li key={item.id} className="relative flex min-h-8 items-center justify-between gap-3 px-2 text-sm">
          <span
            aria-hidden
            className={cx(
              'absolute inset-y-0 left-0 rounded-md transition-[width] duration-300',
              fills[tone],
            )}
            style={{ width: full > 0 ? `${Math.max(0, Math.min(1, item.value / full)) * 100}%` : 0 }}
          />
          <span className="relative min-w-0 truncate">{item.label}</span>
          <span className="num relative shrink-0 text-ink-muted">{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
