'use client';

/**
 * The plot's life inside React. uPlot is loaded when the first chart is on a page. A plot is built again when its
 * structure or data changes, which takes a few milliseconds and ends a drag. Marks, width and theme only redraw it.
 */
import type uPlot from 'uplot';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { DailyVolumes } from '@wellpulse/forms';
import {
  createProductionPlot,
  type PlotEvents,
  type PlotInput,
  type ProductionPlot,
  type Zoom,
} from './production-plot.ts';
import type { PlacedMark } from './variance-marks.ts';

export interface UsedPlot {
  current: RefObject<ProductionPlot | null>;
  /** The library has arrived and the first drawing is done or about to be. */
  ready: boolean;
}

/** `input`'s parts must be stable between renders as long as they say the same. */
export function useProductionPlot(
  box: RefObject<HTMLDivElement | null>,
  { words, daily, lines, logarithmic, height }: PlotInput,
  marks: readonly PlacedMark[],
  events: PlotEvents,
): UsedPlot {
  const [library, setLibrary] = useState<typeof uPlot | null>(null);
  const current = useRef<ProductionPlot | null>(null);
  /** Kept while the same days are shown, whatever lines are on and whatever values come in; other days start unzoomed. */
  const zoom = useRef<{ of: DailyVolumes; window: Zoom } | null>(null);
  const onCursor = useEffectEvent(events.onCursor);
  const onZoom = useEffectEvent(events.onZoom);
  const marksNow = useEffectEvent(() => marks);

  useEffect(() => {
    let left = false;
    void import('uplot').then((module) => {
      if (!left) setLibrary(() => module.default);
    });
    return () => {
      left = true;
    };
  }, []);

  useEffect(() => {
    const element = box.current;
    if (library === null || element === null) return;
    const kept = zoom.current !== null && showSameDays(zoom.current.of, daily) ? zoom.current.window : null;
    const made = createProductionPlot(
      library,
      element,
      { words, daily, lines, logarithmic, height },
      {
        onCursor: (index, plot) => {
          onCursor(index, plot);
        },
        onZoom: (window) => {
          zoom.current = window === null ? null : { of: daily, window };
          onZoom(window);
        },
      },
    );
    current.current = made;
    made.setMarks(marksNow());
    if (kept !== null) made.plot.setScale('x', kept);
    return () => {
      current.current = null;
      made.destroy();
    };
  }, [box, library, words, daily, lines, logarithmic, height]);

  useEffect(() => {
    current.current?.setMarks(marks);
  }, [marks]);

  return { current, ready: library !== null };
}

const showSameDays = (one: DailyVolumes, other: DailyVolumes): boolean =>
  one.seconds[0] === other.seconds[0] && one.seconds.at(-1) === other.seconds.at(-1);
