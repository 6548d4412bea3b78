import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';

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
  tone?: 'oil' | 'gas' | 'water' | 'accent' | 'good' | 'attention';
}

const fills = {
  oil: 'bg-oil-soft',
  gas: 'bg-gas-soft',
  water: 'bg-water-soft',
  accent: 'bg-accent-soft',
  good: 'bg-good-soft',
  attention: 'bg-attention-soft',
};

/**
 * Values compared as bars behind their names. The numbers are text, so nothing depends on the bars.
 *
 * @example
 * <BarList items={[{ id: 'north', label: 'North', value: 120, text: '120 bbl' }]} tone="oil" />
 */
export function BarList({ items, max, tone = 'accent' }: BarListProps) {
  const full = max ?? Math.max(0, ...items.map((item) => item.value));
  return (
    <ul className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 gap-y-1">
      {items.map((item) => (
        <li key={item.id} className="col-span-2 grid grid-cols-subgrid items-center text-sm">
          <span className="relative flex min-h-8 items-center px-2">
            <span
              aria-hidden
              className={cx(
                'absolute inset-y-0 left-0 rounded-md transition-[width] duration-300',
                fills[tone],
              )}
              style={{ width: full > 0 ? `${Math.max(0, Math.min(1, item.value / full)) * 100}%` : 0 }}
            />
            <span className="relative min-w-0 truncate">{item.label}</span>
          </span>
          <span className="num text-right text-ink-muted">{item.text}</span>
        </li>
      ))}
    </ul>
  );
}
