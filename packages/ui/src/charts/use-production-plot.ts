'use client';

/**
 * The plot's life inside React. uPlot is loaded when the first chart is on a page. A plot is built anew when
 * its structure or data changes, which takes a few milliseconds; width and theme it follows by itself.
 */
import type uPlot from 'uplot';
import { useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react';
import type { DailyVolumes } from './daily-volumes.ts';
import {
  createProductionPlot,
  type PlotEvents,
  type PlotInput,
  type ProductionPlot,
  type Zoom,
} from './production-plot.ts';

export interface UsedPlot {
  current: RefObject<ProductionPlot | null>;
  /** The library has arrived and the first drawing is done or about to be. */
  ready: boolean;
}

/** `input`'s parts must be stable between renders as long as they say the same. */
export function useProductionPlot(
  box: RefObject<HTMLDivElement | null>,
  { daily, lines, marks, logarithmic, height }: PlotInput,
  events: PlotEvents,
): UsedPlot {
  const [library, setLibrary] = useState<typeof uPlot | null>(null);
  const current = useRef<ProductionPlot | null>(null);
  /** Kept when lines are switched on and off; other data starts unzoomed. */
  const zoom = useRef<{ of: DailyVolumes; window: Zoom } | null>(null);
  const onCursor = useEffectEvent(events.onCursor);
  const onZoom = useEffectEvent(events.onZoom);

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
    const kept = zoom.current?.of === daily ? zoom.current.window : null;
    const made = createProductionPlot(
      library,
      element,
      { daily, lines, marks, logarithmic, height },
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
    if (kept !== null) made.plot.setScale('x', kept);
    return () => {
      current.current = null;
      made.destroy();
    };
  }, [box, library, daily, lines, marks, logarithmic, height]);

  return { current, ready: library !== null };
}
