/** uPlot's options for a production chart. Colours and marks are read at each drawing, so that new ones only redraw. */
import { UNITS, type Words } from '@wellpulse/words';
import type uPlot from 'uplot';
import { drawEstimated, drawMarkers, drawMarks, drawUnits, PLOT_PADDING_TOP } from './chart-drawing.ts';
import type { DailyVolumes } from '@wellpulse/forms';
import type { Palette } from '../lib/read-palette.ts';
import type { ProductLine } from './product-lines.ts';
import { timeTicks } from './time-ticks.ts';
import type { PlacedMark } from './variance-marks.ts';

export interface ChartOptionsInput {
  words: Words;
  width: number;
  height: number;
  /** The lines to draw, in the order of the data's columns. */
  lines: readonly ProductLine[];
  logarithmic: boolean;
  daily: Pick<DailyVolumes, 'estimated'>;
  /** The lower end of each logarithmic axis. */
  floors: Record<ProductLine['scale'], number>;
  /** Read at each drawing, as colours are. */
  marks: () => readonly PlacedMark[];
  palette: () => Palette;
  onCursor: (plot: uPlot) => void;
  onScale: (plot: uPlot) => void;
}

const TICK_SPACING = 76;
const AXIS_SIZE = 48;
/** Below so many px between days a dash only makes noise of a line; markers still tell the products apart. */
const DASH_MIN_SPACING = 4;

/** Lines for the days in sight: dashed and firm where there is room, plain and thin where days are dense. */
function fitLines(plot: uPlot, lines: readonly ProductLine[]): void {
  const { min = 0, max = 0 } = plot.scales.x ?? {};
  const days = (max - min) / 86_400;
  const roomy = plot.width / Math.max(1, days) >= DASH_MIN_SPACING;
  lines.forEach((line, at) => {
    const series = plot.series[at + 1];
    if (series === undefined) return;
    series.dash = roomy ? line.dash : [];
    series.width = roomy ? 1.75 : 1.25;
  });
}

/** Volumes start at zero: a chart that starts at 40 makes a small drop look like the end. */
function linearRange(_plot: uPlot, _min: number | null, max: number | null): [number, number] {
  return [0, max === null || max <= 0 ? 1 : max * 1.08];
}

/** From the floor to the next round number: 163 is 200, 2,010 is 3,000. */
function logRange(floor: number) {
  return (_plot: uPlot, _min: number | null, max: number | null): [number, number] => {
    const top = Math.max(max ?? floor, floor);
    const magnitude = 10 ** Math.floor(Math.log10(top));
    return [floor, Math.max(floor * 10, Math.ceil(top / magnitude) * magnitude)];
  };
}

/** Puts the cursor on the nearest day: between two of them there is nothing to read. */
function snapToDay(plot: uPlot, left: number, top: number): [number, number] {
  const seconds = left < 0 ? undefined : plot.data[0][plot.posToIdx(left)];
  return seconds === undefined ? [left, top] : [plot.valToPos(seconds, 'x'), top];
}

export function chartOptions(input: ChartOptionsInput): uPlot.Options {
  const { lines, logarithmic, floors, palette } = input;
  const has = (scale: ProductLine['scale']) => lines.some((line) => line.scale === scale);
  const scale = (name: ProductLine['scale']): uPlot.Scale =>
    logarithmic ? { distr: 3, range: logRange(floors[name]) } : { range: linearRange };
  const { fontFamily, textScale } = palette();
  const font = `${11 * textScale}px ${fontFamily}`;
  const text = () => palette().colour('ink-muted');
  const grid = { stroke: () => palette().colour('line'), width: 1 };
  const volumes = (_plot: uPlot, splits: number[]) =>
    splits.map((value) => (Number.isFinite(value) ? input.words.formatCompact(value) : ''));
  const volumeAxis = (name: ProductLine['scale'], side: 1 | 3): uPlot.Axis => ({
    scale: name,
    side,
    show: has(name),
    size: AXIS_SIZE * textScale,
    gap: 8,
    font,
    stroke: text,
    values: volumes,
    ticks: { show: false },
    // One grid only: two of them never meet.
    grid: { ...grid, show: name === 'liquid' || !has('liquid') },
  });
  // The canvas has no size yet when the first ticks are asked for, so its own ratio can't be used.
  const ticksOf = (plot: uPlot, min: number, max: number) =>
    timeTicks(
      input.words.shortMonths,
      min,
      max,
      Math.max(3, Math.floor(plot.bbox.width / devicePixelRatio / TICK_SPACING / textScale)),
    );

  return {
    width: input.width,
    height: input.height,
    padding: [PLOT_PADDING_TOP, has('gas') ? 0 : 16, 0, has('liquid') ? 0 : 16],
    legend: { show: false },
    scales: { x: { time: true }, liquid: scale('liquid'), gas: scale('gas') },
    cursor: {
      y: false,
      move: snapToDay,
      drag: { x: true, y: false, dist: 8 },
      points: {
        size: 7,
        width: 2,
        stroke: (_plot, at) => palette().colour(lines[at - 1]?.colour ?? 'ink'),
        fill: () => palette().colour('surface'),
      },
    },
    series: [
      {},
      ...lines.map((line): uPlot.Series => ({
        scale: line.scale,
        label: line.product,
        stroke: () => palette().colour(line.colour),
        width: 1.75,
        dash: line.dash,
        cap: 'butt',
        points: { show: false },
      })),
    ],
    axes: [
      {
        side: 2,
        size: 30 * textScale,
        gap: 8,
        font,
        stroke: text,
        grid: { show: false },
        ticks: { stroke: () => palette().colour('line-strong'), width: 1, size: 4 },
        splits: (plot, _axis, min, max) => ticksOf(plot, min, max).at,
        values: (plot) => {
          const { min, max } = plot.scales.x ?? {};
          return min === undefined || max === undefined ? [] : ticksOf(plot, min, max).labels;
        },
      },
      volumeAxis('liquid', 3),
      volumeAxis('gas', 1),
    ],
    hooks: {
      drawClear: [
        (plot) => {
          drawEstimated(plot, input.daily.estimated, palette());
        },
      ],
      setCursor: [input.onCursor],
      setScale: [
        (plot, key) => {
          if (key !== 'x') return;
          fitLines(plot, lines);
          input.onScale(plot);
        },
      ],
      draw: [
        (plot) => {
          lines.forEach((line, at) => {
            drawMarkers(plot, at + 1, line, palette());
          });
          drawMarks(plot, input.marks(), lines, palette());
          drawUnits(plot, has('liquid') ? UNITS.OIL : null, has('gas') ? UNITS.GAS : null, palette());
        },
      ],
    },
  };
}
