'use client';

import { useId, useImperativeHandle, useMemo, useRef, useState, type KeyboardEvent, type Ref } from 'react';
import type { Product } from '@wellpulse/contracts';
import { Skeleton } from '../components/display/Skeleton.tsx';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import { chartKey, zoomedWindow } from './chart-keys.ts';
import { chartPng } from './chart-png.ts';
import { ChartTooltip, cursorSentence, type ChartCursor } from './ChartTooltip.tsx';
import type { DailyVolumes } from '@wellpulse/forms';
import { PRODUCT_LINES } from './product-lines.ts';
import { useProductionPlot } from './use-production-plot.ts';
import { placeMarks, type VarianceMark } from './variance-marks.ts';

export interface ProductionChartHandle {
  resetZoom: () => void;
  /** An opaque picture with title and legend. Rejects when there is no chart yet or it can't be encoded. */
  toPng: (title: string, subtitle: string) => Promise<Blob>;
}

export interface ProductionChartProps {
  /** From `toDailyVolumes`; stable between renders as long as it is the same data, as `products` and `marks`. */
  daily: DailyVolumes;
  products: readonly Product[];
  /** Names the chart: "Production of Acme #7". */
  label: string;
  marks?: readonly VarianceMark[];
  logarithmic?: boolean;
  /** In px. */
  height?: number;
  onZoomedChange?: (zoomed: boolean) => void;
  ref?: Ref<ProductionChartHandle>;
  className?: string;
}

const NO_MARKS: readonly VarianceMark[] = [];

/**
 * Daily volumes as lines: liquids on the left axis (bbl), gas on the right (MCF). Drag to zoom, double-click to
 * see everything; with the keyboard, arrows move a cursor whose values are announced, + and - zoom, 0 resets.
 */
export function ProductionChart(props: ProductionChartProps) {
  const {
    daily,
    products,
    label,
    marks = NO_MARKS,
    logarithmic = false,
    height = 320,
    ref,
    className,
  } = props;
  const words = useWords();
  const { chartTexts } = words;
  const box = useRef<HTMLDivElement>(null);
  const hintId = useId();
  const [cursor, setCursor] = useState<ChartCursor | null>(null);
  const [announced, setAnnounced] = useState('');
  const lines = useMemo(() => PRODUCT_LINES.filter((line) => products.includes(line.product)), [products]);
  const placed = useMemo(() => placeMarks(words, marks, daily), [words, marks, daily]);

  const { current, ready } = useProductionPlot(box, { words, daily, lines, logarithmic, height }, placed, {
    onCursor: (index, plot) => {
      const seconds = index === null ? undefined : daily.seconds[index];
      if (index === null || seconds === undefined || (plot.cursor.left ?? -1) < 0) {
        setCursor(null);
        return;
      }
      const left = plot.over.offsetLeft + plot.valToPos(seconds, 'x');
      setCursor({ index, left, half: left > plot.width / 2 ? 'right' : 'left' });
    },
    onZoom: (zoom) => props.onZoomedChange?.(zoom !== null),
  });

  const resetZoom = () => {
    const [first, last] = [daily.seconds[0], daily.seconds.at(-1)];
    if (first !== undefined && last !== undefined)
      current.current?.plot.setScale('x', { min: first, max: last });
  };
  useImperativeHandle(ref, () => ({
    resetZoom,
    toPng: (title, subtitle) => {
      const made = current.current;
      if (made === null) return Promise.reject(new Error('The chart is not drawn yet.'));
      return chartPng(words, made.plot, { title, subtitle, lines, palette: made.palette() });
    },
  }));

  const moveTo = (index: number) => {
    const plot = current.current?.plot;
    const seconds = daily.seconds[index];
    if (plot === undefined || seconds === undefined) return;
    const { min = 0, max = 0 } = plot.scales.x ?? {};
    if (seconds < min || seconds > max) {
      const [first = 0, last = 0] = [daily.seconds[0], daily.seconds.at(-1)];
      plot.setScale('x', zoomedWindow({ min, max }, 1, seconds, first, last));
    }
    plot.setCursor({ left: plot.valToPos(seconds, 'x'), top: 0 });
    setAnnounced(cursorSentence(words, index, { daily, lines, marks }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const plot = current.current?.plot;
    const action = event.altKey || event.ctrlKey || event.metaKey ? null : chartKey(event);
    if (action === null) return;
    // Also while the chart is still being drawn: End must not take the reader to the end of the page.
    event.preventDefault();
    if (plot === undefined) return;
    const at = cursor?.index ?? daily.dates.length - 1;
    if (action === 'reset') resetZoom();
    else if (action === 'leave') plot.setCursor({ left: -10, top: -10 });
    else if ('move' in action) {
      const target = cursor === null && Number.isFinite(action.move) ? at : at + action.move;
      moveTo(Math.min(daily.dates.length - 1, Math.max(0, target)));
    } else {
      const [first = 0, last = 0] = [daily.seconds[0], daily.seconds.at(-1)];
      const { min = first, max = last } = plot.scales.x ?? {};
      plot.setScale('x', zoomedWindow({ min, max }, action.zoom, daily.seconds[at] ?? last, first, last));
    }
  };

  return (
    <div className={cx('relative', className)} style={{ height }}>
      <div
        ref={box}
        role="group"
        aria-roledescription={chartTexts.chart}
        aria-label={label}
        aria-describedby={hintId}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setAnnounced('');
        }}
        className="h-full w-full rounded-md focus-ring"
      />
      <p id={hintId} className="sr-only">
        {chartTexts.keyboardHint}
      </p>
      <p role="status" className="sr-only">
        {announced}
      </p>
      {!ready && <Skeleton className="absolute inset-0 h-full w-full" />}
      {cursor !== null && <ChartTooltip cursor={cursor} daily={daily} lines={lines} marks={marks} />}
    </div>
  );
}
