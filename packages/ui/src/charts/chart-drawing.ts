/** What is painted over uPlot's lines: markers, variance marks and the axes' units. Canvas pixels throughout. */
import type uPlot from 'uplot';
import type { Palette } from '../lib/read-palette.ts';
import { traceMarker, type ProductLine } from './product-lines.ts';
import type { PlacedMark } from './variance-marks.ts';

/** CSS px. */
const MARKER_SIZE = 6;
const MARKER_SPACING = 72;
const TRIANGLE = 5;
const LABEL_SPACING = 46;
const FONT_SIZE = 11;

/** Room above the plot for the units and for the label of a mark at its top, in CSS px. */
export const PLOT_PADDING_TOP = 32;

/** Canvas pixels in one CSS pixel. */
export function pixelRatio(plot: uPlot): number {
  return plot.ctx.canvas.width / plot.width;
}

/** Keeps what follows inside the plot, with `margin` around it and the room above it, in canvas pixels. */
function clipToPlot({ ctx, bbox }: uPlot, margin: number, above = margin): void {
  ctx.beginPath();
  ctx.rect(bbox.left - margin, bbox.top - above, bbox.width + 2 * margin, bbox.height + above + margin);
  ctx.clip();
}

/** A ground behind each run of estimated days, half a day to either side. */
export function drawEstimated(plot: uPlot, estimated: readonly boolean[], palette: Palette): void {
  const { ctx, bbox } = plot;
  const seconds = plot.data[0];
  const at = (row: number) => plot.valToPos(seconds[row] ?? 0, 'x', true);
  const half = seconds.length > 1 ? (at(1) - at(0)) / 2 : pixelRatio(plot) * MARKER_SIZE;
  ctx.save();
  clipToPlot(plot, 0);
  ctx.fillStyle = palette.colour('sunken');
  for (let first = estimated.indexOf(true); first !== -1; first = estimated.indexOf(true, first + 1)) {
    let last = first;
    while (estimated[last + 1] === true) last += 1;
    const left = at(first) - half;
    ctx.fillRect(left, bbox.top, at(last) + half - left, bbox.height);
    first = last;
  }
  ctx.restore();
}

/** A marker every so often along the line. Every value that stands alone also has one, since it would have no line. */
export function drawMarkers(plot: uPlot, seriesIndex: number, line: ProductLine, palette: Palette): void {
  const values = plot.data[seriesIndex];
  const [from, to] = plot.series[0]?.idxs ?? [0, -1];
  if (values === undefined || plot.series[seriesIndex]?.show !== true) return;
  const ratio = pixelRatio(plot);
  const path = new Path2D();
  let lastX = -Infinity;
  for (let row = from; row <= to; row++) {
    const value = values[row];
    const seconds = plot.data[0][row];
    if (value === null || value === undefined || seconds === undefined) continue;
    const x = plot.valToPos(seconds, 'x', true);
    const alone = (values[row - 1] ?? null) === null && (values[row + 1] ?? null) === null;
    if (!alone && x - lastX < MARKER_SPACING * ratio) continue;
    traceMarker(path, line.marker, x, plot.valToPos(value, line.scale, true), MARKER_SIZE * ratio);
    lastX = x;
  }
  const { ctx } = plot;
  ctx.save();
  clipToPlot(plot, MARKER_SIZE * ratio);
  ctx.fillStyle = palette.colour(line.colour);
  ctx.strokeStyle = palette.colour('surface');
  ctx.lineWidth = 1.5 * ratio;
  ctx.setLineDash([]);
  ctx.stroke(path);
  ctx.fill(path);
  ctx.restore();
}

function trianglePath(x: number, y: number, direction: PlacedMark['direction'], size: number): Path2D {
  const tip = direction === 'up' ? -size : size;
  const path = new Path2D();
  path.moveTo(x, y + tip);
  path.lineTo(x - size, y - tip * 0.7);
  path.lineTo(x + size, y - tip * 0.7);
  path.closePath();
  return path;
}

/** Triangles above (gain) or below (loss) their points; labelled as long as the labels don't run into each other. */
export function drawMarks(
  plot: uPlot,
  marks: readonly PlacedMark[],
  lines: readonly ProductLine[],
  palette: Palette,
): void {
  const { ctx, bbox } = plot;
  const ratio = pixelRatio(plot);
  const size = TRIANGLE * ratio;
  let lastLabel = -Infinity;
  ctx.save();
  clipToPlot(plot, size, PLOT_PADDING_TOP * ratio);
  ctx.font = `500 ${(FONT_SIZE - 1) * ratio * palette.textScale}px ${palette.fontFamily}`;
  ctx.textAlign = 'center';
  ctx.lineJoin = 'round';
  // uPlot leaves the dash of the last line set.
  ctx.setLineDash([]);
  for (const mark of marks) {
    const at = lines.findIndex((line) => line.product === mark.product);
    const line = lines[at];
    const value = plot.data[at + 1]?.[mark.index];
    const seconds = plot.data[0][mark.index];
    if (line === undefined || value === null || value === undefined || seconds === undefined) continue;
    const x = plot.valToPos(seconds, 'x', true);
    const away = (mark.direction === 'up' ? -1 : 1) * size * 2.6;
    const natural = plot.valToPos(value, line.scale, true) + away;
    const y = Math.min(bbox.top + bbox.height - size * 1.4, Math.max(bbox.top + size * 1.4, natural));
    const path = trianglePath(x, y, mark.direction, size);
    ctx.lineWidth = 3 * ratio;
    ctx.strokeStyle = palette.colour('surface');
    ctx.stroke(path);
    ctx.fillStyle = mark.open ? palette.colour('attention') : palette.colour('surface');
    ctx.fill(path);
    ctx.lineWidth = 1.5 * ratio;
    ctx.strokeStyle = palette.colour('attention');
    ctx.stroke(path);
    if (
      x - lastLabel < LABEL_SPACING * ratio * palette.textScale ||
      x < bbox.left ||
      x > bbox.left + bbox.width
    )
      continue;
    const half = ctx.measureText(mark.label).width / 2 + 2 * ratio;
    const labelX = Math.min(bbox.left + bbox.width - half, Math.max(bbox.left + half, x));
    const below = mark.direction === 'down' && y + size * 3.6 < bbox.top + bbox.height;
    const labelY = below ? y + size * 3.2 : y - size * 1.6;
    ctx.lineWidth = 3 * ratio;
    ctx.strokeStyle = palette.colour('surface');
    ctx.strokeText(mark.label, labelX, labelY);
    ctx.fillStyle = palette.colour('attention');
    ctx.fillText(mark.label, labelX, labelY);
    lastLabel = x;
  }
  ctx.restore();
}

/** The unit at the head of each axis. */
export function drawUnits(plot: uPlot, left: string | null, right: string | null, palette: Palette): void {
  const { ctx, bbox } = plot;
  const ratio = pixelRatio(plot);
  const y = bbox.top - 18 * ratio;
  ctx.save();
  ctx.font = `${FONT_SIZE * ratio * palette.textScale}px ${palette.fontFamily}`;
  ctx.fillStyle = palette.colour('ink-muted');
  ctx.textBaseline = 'alphabetic';
  if (left !== null) {
    ctx.textAlign = 'right';
    ctx.fillText(left, bbox.left - 8 * ratio, y);
  }
  if (right !== null) {
    ctx.textAlign = 'left';
    ctx.fillText(right, bbox.left + bbox.width + 8 * ratio, y);
  }
  ctx.restore();
}
