/** How each product's line looks. Colours may not be told apart by everyone: dash and marker differ too. */
import type { Product } from '@wellpulse/contracts';

export type Marker = 'circle' | 'square' | 'diamond';

export interface ProductLine {
  product: Product;
  /** Index of its colour in the palette. */
  colour: 'oil' | 'gas' | 'water';
  /** In CSS px; empty is solid. */
  dash: number[];
  marker: Marker;
  /** Liquids on the left axis, gas on the right. */
  scale: 'liquid' | 'gas';
}

export const PRODUCT_LINES: readonly ProductLine[] = [
  { product: 'OIL', colour: 'oil', dash: [], marker: 'circle', scale: 'liquid' },
  { product: 'GAS', colour: 'gas', dash: [7, 3], marker: 'square', scale: 'gas' },
  { product: 'WATER', colour: 'water', dash: [2, 3], marker: 'diamond', scale: 'liquid' },
];

/** Adds a marker of about `size` px around a point to the path. */
export function traceMarker(path: Path2D, marker: Marker, x: number, y: number, size: number): void {
  const half = size / 2;
  if (marker === 'circle') {
    path.moveTo(x + half, y);
    path.arc(x, y, half, 0, 2 * Math.PI);
  } else if (marker === 'square') {
    path.rect(x - half * 0.9, y - half * 0.9, size * 0.9, size * 0.9);
  } else {
    path.moveTo(x, y - half * 1.2);
    path.lineTo(x + half * 1.2, y);
    path.lineTo(x, y + half * 1.2);
    path.lineTo(x - half * 1.2, y);
    path.closePath();
  }
}
