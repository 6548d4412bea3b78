import { cx } from '../../lib/cx.ts';
import {
  ALERT_TRIANGLE,
  GLYPH_SIZE,
  MISSING_RING,
  SELECTED_RADIUS,
  WELL_SHAPES,
  type WellLook,
} from './well-shape.ts';

/** A well's glyph as SVG, the same as on the WebGL map: for the legend, the list and the drawing without WebGL. */
export function WellGlyph({ look, className }: { look: WellLook; className?: string }) {
  const { path, colour, hollow } = WELL_SHAPES[look.status];
  const half = GLYPH_SIZE / 2;
  return (
    <svg
      aria-hidden
      viewBox={`${-half} ${-half} ${GLYPH_SIZE} ${GLYPH_SIZE}`}
      className={cx('size-6 shrink-0 overflow-visible', className)}
    >
      <path
        d={path}
        style={{ color: `var(--wp-${colour})` }}
        fill={hollow ? 'none' : 'currentColor'}
        stroke={hollow ? 'currentColor' : 'none'}
        strokeWidth={2.75}
        strokeLinecap="round"
      />
      {look.missing && (
        <circle
          r={MISSING_RING.radius}
          fill="none"
          className="stroke-attention"
          strokeWidth={2}
          strokeDasharray={MISSING_RING.dash.join(' ')}
          strokeLinecap="round"
        />
      )}
      {look.selected && (
        <circle r={SELECTED_RADIUS} fill="none" className="stroke-accent-text" strokeWidth={2.5} />
      )}
      {look.alerted && <path d={ALERT_TRIANGLE} className="fill-bad" />}
    </svg>
  );
}
