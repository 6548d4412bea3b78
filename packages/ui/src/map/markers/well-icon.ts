/** A well's glyph as an image for the map. */
import type { WellStatus } from '@wellpulse/contracts';
import type { Palette } from '../../lib/read-palette.ts';
import { paintGlyph } from './glyph-canvas.ts';
import { ALERT_TRIANGLE, MISSING_RING, SELECTED_RADIUS, WELL_SHAPES, type WellLook } from './well-shape.ts';

const PREFIX = 'well';

/** The image's name on the map: everything that its look depends on. */
export function iconName({ status, missing, alerted, selected }: WellLook): string {
  return [PREFIX, status, missing && 'missing', alerted && 'alerted', selected && 'selected']
    .filter(Boolean)
    .join(' ');
}

/** The look behind an image's name; null when it is none of these. */
export function lookOfIcon(name: string): WellLook | null {
  const [prefix, status, ...marks] = name.split(' ');
  if (prefix !== PREFIX || status === undefined || !isStatus(status)) return null;
  return {
    status,
    missing: marks.includes('missing'),
    alerted: marks.includes('alerted'),
    selected: marks.includes('selected'),
  };
}

function isStatus(text: string): text is WellStatus {
  return text in WELL_SHAPES;
}

export const drawIcon = (look: WellLook, palette: Palette, ratio: number): ImageData | null =>
  paintGlyph(ratio, (ctx) => {
    paintWell(ctx, look, palette);
  });

function paintWell(ctx: CanvasRenderingContext2D, look: WellLook, palette: Palette): void {
  const surface = palette.colour('surface');
  const ring = (radius: number, colour: string, width: number, dash: number[] = []) => {
    ctx.beginPath();
    ctx.arc(0, 0, radius, 0, 2 * Math.PI);
    ctx.setLineDash(dash);
    ctx.strokeStyle = colour;
    ctx.lineWidth = width;
    ctx.stroke();
    ctx.setLineDash([]);
  };
  const { path: outline, colour, hollow } = WELL_SHAPES[look.status];
  const path = new Path2D(outline);
  // A rim in the ground's colour keeps wells apart where they stand close together.
  ctx.strokeStyle = surface;
  ctx.lineWidth = hollow ? 6 : 3;
  ctx.stroke(path);
  if (hollow) {
    ctx.strokeStyle = palette.colour(colour);
    ctx.lineWidth = 2.75;
    ctx.stroke(path);
  } else {
    ctx.fillStyle = palette.colour(colour);
    ctx.fill(path);
  }
  if (look.missing) ring(MISSING_RING.radius, palette.colour('attention'), 2, MISSING_RING.dash);
  if (look.selected) ring(SELECTED_RADIUS, palette.colour('accent-text'), 2.5);
  if (look.alerted) {
    const triangle = new Path2D(ALERT_TRIANGLE);
    ctx.strokeStyle = surface;
    ctx.lineWidth = 3;
    ctx.lineJoin = 'round';
    ctx.stroke(triangle);
    ctx.fillStyle = palette.colour('bad');
    ctx.fill(triangle);
  }
}
