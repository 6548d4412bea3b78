import { cx } from '../../lib/cx.ts';
import { PIN_DOT, PIN_EXCLAMATION, PINS, type EntryLook } from './entry-shape.ts';
import { GLYPH_SIZE } from './well-shape.ts';

export interface EntryGlyphProps {
  look: EntryLook;
  /** The pin alone, in the middle of its box, for lists; on a map its tip is the middle. */
  centred?: boolean;
  className?: string;
}

/** An entry's pin as SVG, the same as on the WebGL map. */
export function EntryGlyph({ look, centred = false, className }: EntryGlyphProps) {
  const half = GLYPH_SIZE / 2;
  const [x, y] = centred ? [-half - 5.5, -half - 6.5] : [-half, -half];
  return (
    <svg
      aria-hidden
      viewBox={`${x} ${y} ${GLYPH_SIZE} ${GLYPH_SIZE}`}
      className={cx('size-6 shrink-0 overflow-visible', className)}
    >
      <path
        d={PINS[look.kind]}
        className={cx('stroke-surface', look.far ? 'fill-attention' : 'fill-accent-text')}
        strokeWidth={2}
        strokeLinejoin="round"
        paintOrder="stroke"
      />
      <path d={look.far ? PIN_EXCLAMATION : PIN_DOT} className="fill-surface" />
    </svg>
  );
}
