'use client';

import type { Product } from '@wellpulse/contracts';
import { Droplet, Flame, Waves, type LucideIcon } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

const APPEARANCE: Record<Product, { icon: LucideIcon; className: string }> = {
  OIL: { icon: Droplet, className: 'text-oil' },
  GAS: { icon: Flame, className: 'text-gas' },
  WATER: { icon: Waves, className: 'text-water' },
};

/**
 * A product's icon in its colour, with its name unless the surroundings already say it.
 *
 * @example
 * <ProductMark product="OIL" />
 */
export function ProductMark({
  product,
  hideName,
  className,
}: {
  product: Product;
  hideName?: boolean;
  className?: string;
}) {
  const { productNames } = useWords();
  const { icon: Icon, className: colour } = APPEARANCE[product];
  return (
    <span className={cx('inline-flex items-baseline gap-1.5', className)}>
      <Icon aria-hidden className={cx('size-3.5 shrink-0 self-center field:size-5', colour)} />
      <span className={hideName ? 'sr-only' : undefined}>{productNames[product]}</span>
    </span>
  );
}
