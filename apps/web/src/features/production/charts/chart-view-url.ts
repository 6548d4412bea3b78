'use client';

/** What a person chose to see in the chart, kept in the address. */
import { productSchema } from '@wellpulse/contracts';
import { DEFAULT_CHART_VIEW, type ChartView } from '@wellpulse/ui';
import { parseAsArrayOf, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { parseAs } from '../../../lib/url-parsers.ts';

const parsers = {
  range: parseAsStringLiteral(['30', '90', '365', 'ALL']).withDefault(DEFAULT_CHART_VIEW.range),
  products: parseAsArrayOf(parseAs(productSchema)).withDefault([...DEFAULT_CHART_VIEW.products]),
  scale: parseAsStringLiteral(['LINEAR', 'LOG']).withDefault(DEFAULT_CHART_VIEW.scale),
  mode: parseAsStringLiteral(['DAILY', 'CUMULATIVE']).withDefault(DEFAULT_CHART_VIEW.mode),
};

export function useChartView(): [ChartView, (view: ChartView) => void] {
  const [view, setView] = useQueryStates(parsers);
  return [view, (next) => void setView({ ...next, products: [...next.products] })];
}
