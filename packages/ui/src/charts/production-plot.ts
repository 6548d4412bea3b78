/** One drawn production chart, outside of React; ADR 8 says why by uPlot. */
import type { Words } from '@wellpulse/words';
import type uPlot from 'uplot';
import { chartOptions } from './chart-options.ts';
import type { DailyVolumes } from '@wellpulse/forms';
import { logFloor, raisedTo } from './daily-volumes.ts';
import { onThemeChange, readPalette, type Palette } from '../lib/read-palette.ts';
import type { ProductLine } from './product-lines.ts';
import type { PlacedMark } from './variance-marks.ts';

export interface PlotInput {
  words: Words;
  daily: DailyVolumes;
  lines: readonly ProductLine[];
  logarithmic: boolean;
  height: number;
}

/** Days in sight, in seconds as on the axis. */
export interface Zoom {
  min: number;
  max: number;
}

export interface PlotEvents {
  /** The cursor moved to a row of the data, or away (null). */
  onCursor: (index: number | null, plot: uPlot) => void;
  /** Null: everything is in sight. */
  onZoom: (zoom: Zoom | null) => void;
}

export interface ProductionPlot {
  plot: uPlot;
  palette: () => Palette;
  /** Draws other marks; zoom, cursor and a drag that is under way stay as they are. */
  setMarks: (marks: readonly PlacedMark[]) => void;
  destroy: () => void;
}

/** Draws into `element`, follows its width and the theme until destroyed. */
export function createProductionPlot(
  Library: typeof uPlot,
  element: HTMLElement,
  input: PlotInput,
  events: PlotEvents,
): ProductionPlot {
  const { daily, lines, logarithmic } = input;
  let palette = readPalette(element);
  let marks: readonly PlacedMark[] = [];
  const columnsOf = (scale: ProductLine['scale']) =>
    lines.filter((line) => line.scale === scale).map((line) => daily.volumes[line.product]);
  const floors = { liquid: logFloor(columnsOf('liquid')), gas: logFloor(columnsOf('gas')) };
  const first = daily.seconds[0] ?? 0;
  const last = daily.seconds.at(-1) ?? 0;
  const options = chartOptions({
    ...input,
    floors,
    width: element.clientWidth,
    palette: () => palette,
    marks: () => marks,
    onCursor: (plot) => {
      events.onCursor(plot.cursor.idx ?? null, plot);
    },
    onScale: (plot) => {
      const { min, max } = plot.scales.x ?? {};
      const everything = min === undefined || max === undefined || (min <= first && max >= last);
      events.onZoom(everything ? null : { min, max });
    },
  });
  const columns = lines.map((line) => {
    const volumes = daily.volumes[line.product];
    return logarithmic ? raisedTo(floors[line.scale], volumes) : volumes;
  });
  const plot = new Library(options, [daily.seconds, ...columns], element);

  const resize = new ResizeObserver(() => {
    const width = element.clientWidth;
    // The first call only reports the width that it was drawn with.
    if (width > 0 && width !== plot.width) plot.setSize({ width, height: input.height });
  });
  resize.observe(element);
  const repaint = () => {
    palette = readPalette(element);
    plot.redraw(false, true);
  };
  const forgetTheme = onThemeChange(repaint);
  let destroyed = false;
  // Drawn with a stand-in, as long as the font is on its way.
  if (document.fonts.status === 'loading') {
    void document.fonts.ready.then(() => {
      if (!destroyed) repaint();
    });
  }

  return {
    plot,
    palette: () => palette,
    setMarks: (given) => {
      marks = given;
      plot.redraw(false, true);
    },
    destroy: () => {
      destroyed = true;
      forgetTheme();
      resize.disconnect();
      plot.destroy();
    },
  };
}
