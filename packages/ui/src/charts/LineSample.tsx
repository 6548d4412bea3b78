import { cx } from '../lib/cx.ts';
import type { ProductLine } from './product-lines.ts';

const colours = { oil: 'text-oil', gas: 'text-gas', water: 'text-water' };

/** A short piece of a product's line with its dash and marker: the legend. */
export function LineSample({ line, className }: { line: ProductLine; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 10"
      width="24"
      height="10"
      aria-hidden
      className={cx('shrink-0', colours[line.colour], className)}
    >
      <line
        x1="0"
        y1="5"
        x2="24"
        y2="5"
        stroke="currentColor"
        strokeWidth="2"
        strokeDasharray={line.dash.join(' ')}
      />
      {line.marker === 'circle' && <circle cx="12" cy="5" r="3.2" fill="currentColor" />}
      {line.marker === 'square' && <rect x="9" y="2" width="6" height="6" fill="currentColor" />}
      {line.marker === 'diamond' && <path d="M12 1l4 4-4 4-4-4z" fill="currentColor" />}
    </svg>
  );
}
