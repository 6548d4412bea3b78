'use client';

import type { ProductionSeries } from '@wellpulse/contracts';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { EmptyState } from '../components/feedback/EmptyState.tsx';
import { toast } from '../components/feedback/Toast.tsx';
import { fileNameOf, saveFile } from '../lib/save-file.ts';
import { useWords } from '../lib/words-context.tsx';
import { ChartTable } from './ChartTable.tsx';
import { ChartToolbar } from './ChartToolbar.tsx';
import { DEFAULT_CHART_VIEW, type ChartView } from './chart-view.ts';
import { rangeStart, toDailyVolumes, type ChartRange } from '@wellpulse/forms';
import { cumulated } from './daily-volumes.ts';
import { productionCsv } from './production-csv.ts';
import { ProductionChart, type ProductionChartHandle } from './ProductionChart.tsx';
import type { VarianceMark } from './variance-marks.ts';

export interface ProductionChartPanelProps {
  /** In the order of days; days without a record may be left out. Stable between renders. */
  series: ProductionSeries;
  /** The last day of every range: the tenant's today. The last day with a record if left out. */
  until?: string;
  /** Names the chart and its files: "Acme #7". */
  title: string;
  marks?: readonly VarianceMark[];
  /** Given with `onViewChange`: the host keeps the view, as in the URL. */
  view?: ChartView;
  onViewChange?: (view: ChartView) => void;
  /** What can be chosen; left out for all. The longest is the last. */
  ranges?: readonly ChartRange[];
  /** In px. */
  height?: number;
  /** What is said when there is no data at all. */
  empty?: ReactNode;
}

const NO_MARKS: readonly VarianceMark[] = [];

/**
 * The production chart with everything around it: ranges, products, scales, zoom, table and export.
 *
 * @example
 * <ProductionChartPanel title="Acme #7" series={series} until={today} />
 */
export function ProductionChartPanel(props: ProductionChartPanelProps) {
  const { formatDayWithYear, chartTexts, readingWords } = useWords();
  const { series, title, marks = NO_MARKS, height = 340, onViewChange } = props;
  const [ownView, setOwnView] = useState(DEFAULT_CHART_VIEW);
  const [zoomed, setZoomed] = useState(false);
  const [asTable, setAsTable] = useState(false);
  const chart = useRef<ProductionChartHandle>(null);
  const view = props.view ?? ownView;
  const until = props.until ?? series.dates.at(-1);
  const cumulative = view.mode === 'CUMULATIVE';

  const daily = useMemo(() => {
    if (until === undefined) return toDailyVolumes(series);
    // Totals run from the first record on, also where only the last days are in sight.
    const inRange = toDailyVolumes(series, rangeStart(view.range, until), until);
    if (!cumulative) return inRange;
    const all = cumulated(toDailyVolumes(series, undefined, until));
    const tail = <T,>(column: readonly T[]): T[] => column.slice(-inRange.dates.length);
    return {
      dates: tail(all.dates),
      seconds: tail(all.seconds),
      volumes: { OIL: tail(all.volumes.OIL), GAS: tail(all.volumes.GAS), WATER: tail(all.volumes.WATER) },
      estimated: inRange.estimated,
    };
  }, [series, until, view.range, cumulative]);

  const changeView = (next: ChartView) => {
    setOwnView(next);
    onViewChange?.(next);
  };
  const [first, last] = [daily.dates[0], daily.dates.at(-1)];
  const period =
    first === undefined || last === undefined
      ? ''
      : `${formatDayWithYear(first)} – ${formatDayWithYear(last)}`;
  const subtitle = [
    period,
    cumulative && chartTexts.cumulativeInTitle,
    view.scale === 'LOG' && chartTexts.logarithmicInTitle,
  ]
    .filter(Boolean)
    .join(', ');
  const label = chartTexts.productionOf(title, subtitle);
  const fileName = fileNameOf(`${chartTexts.fileTitle(title)} ${first ?? ''} ${last ?? ''}`);

  const exportPng = async () => {
    try {
      const picture = await chart.current?.toPng(chartTexts.pictureTitle(title), subtitle);
      if (picture) saveFile(`${fileName}.png`, picture);
    } catch {
      toast.error(chartTexts.pictureNotMade);
    }
  };
  const exportCsv = () => {
    saveFile(`${fileName}.csv`, new Blob([productionCsv(daily, cumulative)], { type: 'text/csv' }));
  };

  return (
    <div className="flex min-w-0 flex-col gap-2">
      <ChartToolbar
        view={view}
        ranges={props.ranges}
        onViewChange={changeView}
        zoomed={zoomed && !asTable}
        onResetZoom={() => chart.current?.resetZoom()}
        asTable={asTable}
        onAsTableChange={setAsTable}
        onExportPng={() => void exportPng()}
        onExportCsv={exportCsv}
      />
      <p className="num text-xs text-ink-subtle">
        {period}
        {view.scale === 'LOG' && ` · ${chartTexts.zerosAtBottom}`}
        {daily.estimated.includes(true) && !asTable && ` · ${readingWords.shadedDays}`}
      </p>
      {series.dates.length === 0 ? (
        (props.empty ?? (
          <EmptyState title={chartTexts.noProduction} description={chartTexts.noProductionHint} />
        ))
      ) : view.products.length === 0 ? (
        <div style={{ height }} className="flex items-center justify-center">
          <EmptyState title={chartTexts.nothingChosen} description={chartTexts.nothingChosenHint} />
        </div>
      ) : asTable ? (
        <ChartTable daily={daily} products={view.products} label={label} height={height} />
      ) : (
        <ProductionChart
          ref={chart}
          daily={daily}
          products={view.products}
          label={label}
          marks={cumulative ? NO_MARKS : marks}
          logarithmic={view.scale === 'LOG'}
          height={height}
          onZoomedChange={setZoomed}
        />
      )}
    </div>
  );
}
