'use client';

import { UNITS, type Words } from '@wellpulse/words';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import type { DailyVolumes } from '@wellpulse/forms';
import { LineSample } from './LineSample.tsx';
import type { ProductLine } from './product-lines.ts';
import type { VarianceMark } from './variance-marks.ts';

export interface ChartCursor {
  index: number;
  /** In px from the chart's left edge. */
  left: number;
  /** In which half of the chart: the tooltip stands in the other. */
  half: 'left' | 'right';
}

export interface ChartTooltipProps {
  cursor: ChartCursor;
  daily: DailyVolumes;
  lines: readonly ProductLine[];
  marks: readonly VarianceMark[];
}

/** One day's numbers. Hidden from screen readers, which hear the same words from the live region. */
export function ChartTooltip({ cursor, daily, lines, marks }: ChartTooltipProps) {
  const { formatAlertChange, formatDayFull, formatVolume, productNames, readingWords } = useWords();
  const day = daily.dates[cursor.index];
  if (day === undefined) return null;
  const marksOfDay = marks.filter((mark) => mark.productionDate === day && mark.status !== 'CLEARED');
  return (
    <div
      aria-hidden
      className={cx(
        'pointer-events-none absolute top-6 z-10 min-w-40 rounded-lg bg-raised px-3 py-2 text-xs shadow-overlay',
        cursor.half === 'right' && '-translate-x-full',
      )}
      style={{ left: cursor.left + (cursor.half === 'left' ? 12 : -12) }}
    >
      <p className="mb-1 font-medium">{formatDayFull(day)}</p>
      {daily.estimated[cursor.index] === true && (
        <p className="mb-1 text-ink-muted">{readingWords.estimated}</p>
      )}
      <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5">
        {lines.map((line) => {
          const mark = marksOfDay.find((candidate) => candidate.product === line.product);
          return (
            <div key={line.product} className="col-span-2 grid grid-cols-subgrid">
              <dt className="flex items-center gap-1.5 text-ink-muted">
                <LineSample line={line} />
                {productNames[line.product]}
              </dt>
              <dd className="num text-right">
                <span className="font-medium">{formatVolume(daily.volumes[line.product][cursor.index])}</span>{' '}
                <span className="text-ink-subtle">{UNITS[line.product]}</span>
                {mark !== undefined && (
                  <span className="block font-medium text-attention">{formatAlertChange(mark)}</span>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

/** The same in a sentence: "Fri 24 Oct 2025: oil 42.5 bbl, gas not measured." */
export function cursorSentence(
  words: Words,
  index: number,
  { daily, lines, marks }: Omit<ChartTooltipProps, 'cursor'>,
): string {
  const day = daily.dates[index];
  if (day === undefined) return '';
  const parts = lines.map((line) => {
    const volume = daily.volumes[line.product][index] ?? null;
    const name = words.productNames[line.product].toLowerCase();
    const mark = marks.find(
      (candidate) => candidate.productionDate === day && candidate.product === line.product,
    );
    const change =
      mark === undefined || mark.status === 'CLEARED' ? '' : ` (${words.formatAlertChange(mark)})`;
    return volume === null
      ? words.chartTexts.notMeasured(name)
      : `${name} ${words.formatVolume(volume)} ${UNITS[line.product]}${change}`;
  });
  const estimated = daily.estimated[index] === true ? ` (${words.readingWords.estimated.toLowerCase()})` : '';
  return `${words.formatDayFull(day)}${estimated}: ${parts.join(', ')}.`;
}
