import { Droplet, Flame, Waves, type LucideIcon } from 'lucide-react';
import { cx } from '../lib/cx.ts';
import { PRODUCT_NAMES, type Product } from '../format/volume.ts';

const looks: Record<Product, { icon: LucideIcon; className: string }> = {
  oil: { icon: Droplet, className: 'text-oil' },
  gas: { icon: Flame, className: 'text-gas' },
  water: { icon: Waves, className: 'text-water' },
};

/** A product's icon in its colour, with its name unless the surroundings already say it. */
export function ProductMark({
  product,
  hideName,
  className,
}: {
  product: Product;
  hideName?: boolean;
  className?: string;
}) {
  const { icon: Icon, className: colour } = looks[product];
  return (
    <span className={cx('inline-flex items-center gap-1.5', className)}>
      <Icon aria-hidden className={cx('size-3.5 shrink-0', colour)} />
      <span className={hideName ? 'sr-only' : undefined}>{PRODUCT_NAMES[product]}</span>
    </span>
  );
}
