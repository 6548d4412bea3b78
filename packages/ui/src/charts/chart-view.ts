import type { Product } from '@wellpulse/contracts';
import type { ChartRange } from '@wellpulse/forms';

/** What a person chose to see in a chart: a host may keep it in the URL. */
export interface ChartView {
  range: ChartRange;
  products: readonly Product[];
  scale: 'LINEAR' | 'LOG';
  mode: 'DAILY' | 'CUMULATIVE';
}

/** Ninety days of all products, linear and daily: a chart's view before anybody chose one. */
export const DEFAULT_CHART_VIEW: ChartView = {
  range: '90',
  products: ['OIL', 'GAS', 'WATER'],
  scale: 'LINEAR',
  mode: 'DAILY',
};

/** The products with `product` switched on or off, always in the order oil, gas, water. */
export function toggleProduct(products: readonly Product[], product: Product): Product[] {
  const order: Product[] = ['OIL', 'GAS', 'WATER'];
  const wanted = new Set(products);
  if (!wanted.delete(product)) wanted.add(product);
  return order.filter((candidate) => wanted.has(candidate));
}
