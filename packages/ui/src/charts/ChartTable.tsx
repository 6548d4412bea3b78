'use client';

import type { Product } from '@wellpulse/contracts';
import { UNITS } from '@wellpulse/words';
import { useMemo } from 'react';
import { Badge } from '../components/display/Badge.tsx';
import { VolumeCell } from '../components/display/VolumeCell.tsx';
import type { DataTableColumn } from '../data-table/column.ts';
import { DataTable } from '../data-table/DataTable.tsx';
import { useWords } from '../lib/words-context.tsx';
import type { DailyVolumes } from '@wellpulse/forms';

export interface ChartTableProps {
  daily: DailyVolumes;
  products: readonly Product[];
  label: string;
  height: number;
}

type DayRow = { day: string; isEstimated: boolean } & Record<Product, number | null>;

const dayOf = (row: DayRow) => row.day;
const NEWEST_FIRST = { id: 'day', desc: true };

/** The chart's numbers as a table: for those who can't see the lines, and for exact values. */
export function ChartTable({ daily, products, label, height }: ChartTableProps) {
  const { formatDayFull, productNames, chartTexts, readingWords } = useWords();
  const rows = useMemo(
    () =>
      daily.dates.map((day, at): DayRow => ({
        day,
        isEstimated: daily.estimated[at] === true,
        OIL: daily.volumes.OIL[at] ?? null,
        GAS: daily.volumes.GAS[at] ?? null,
        WATER: daily.volumes.WATER[at] ?? null,
      })),
    [daily],
  );
  const columns = useMemo(
    (): DataTableColumn<DayRow>[] => [
      {
        id: 'day',
        header: chartTexts.day,
        cell: (row) => (
          <span className="flex items-center gap-1.5">
            {formatDayFull(row.day)}
            {row.isEstimated && <Badge>{readingWords.estimated}</Badge>}
          </span>
        ),
        sortValue: dayOf,
        firstDirection: 'desc',
        minWidth: 140,
      },
      ...products.map((product): DataTableColumn<DayRow> => ({
        id: product,
        header: `${productNames[product]}, ${UNITS[product]}`,
        cell: (row) => <VolumeCell value={row[product]} />,
        sortValue: (row) => row[product],
        firstDirection: 'desc',
        align: 'right',
        minWidth: 100,
      })),
    ],
    [products, chartTexts, formatDayFull, productNames, readingWords],
  );
  return (
    <DataTable
      label={label}
      columns={columns}
      items={rows}
      itemId={dayOf}
      initialSort={NEWEST_FIRST}
      density="compact"
      maxHeight={`${height}px`}
      className="rounded-lg border border-line"
    />
  );
}
