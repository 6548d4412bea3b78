'use client';

import type { Words } from '@wellpulse/words';
import { ChartSpline, Download, FileSpreadsheet, ImageDown, RotateCcw, Table2 } from 'lucide-react';
import { DropdownMenu, MenuItem } from '../components/overlays/DropdownMenu.tsx';
import { IconButton } from '../components/buttons/IconButton.tsx';
import { SegmentedControl } from '../components/inputs/SegmentedControl.tsx';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import { toggleProduct, type ChartView } from './chart-view.ts';
import type { ChartRange } from '@wellpulse/forms';
import { LineSample } from './LineSample.tsx';
import { PRODUCT_LINES } from './product-lines.ts';

const rangesOf = ({ chartTexts }: Words) =>
  [
    { value: '30', label: chartTexts.days30 },
    { value: '90', label: chartTexts.days90 },
    { value: '365', label: chartTexts.year1 },
    { value: 'ALL', label: chartTexts.all },
  ] as const;
const modesOf = ({ chartTexts }: Words) =>
  [
    { value: 'DAILY', label: chartTexts.daily },
    { value: 'CUMULATIVE', label: chartTexts.cumulative },
  ] as const;
const scalesOf = ({ chartTexts }: Words) =>
  [
    { value: 'LINEAR', label: chartTexts.linear },
    { value: 'LOG', label: chartTexts.logarithmic },
  ] as const;

export interface ChartToolbarProps {
  view: ChartView;
  /** What can be chosen; undefined for all. */
  ranges: readonly ChartRange[] | undefined;
  onViewChange: (view: ChartView) => void;
  zoomed: boolean;
  onResetZoom: () => void;
  asTable: boolean;
  onAsTableChange: (asTable: boolean) => void;
  onExportPng: () => void;
  onExportCsv: () => void;
}

export function ChartToolbar(props: ChartToolbarProps) {
  const words = useWords();
  const { chartTexts, productNames } = words;
  const { view, ranges, onViewChange, asTable } = props;
  const change = (part: Partial<ChartView>) => {
    onViewChange({ ...view, ...part });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 field:gap-5">
      <SegmentedControl
        size="sm"
        label={chartTexts.range}
        segments={rangesOf(words).filter(({ value }) => ranges?.includes(value) ?? true)}
        value={view.range}
        onValueChange={(range) => {
          change({ range });
        }}
      />
      <div role="group" aria-label={chartTexts.products} className="flex items-center gap-1 field:gap-5">
        {PRODUCT_LINES.map((line) => {
          const shown = view.products.includes(line.product);
          return (
            <button
              key={line.product}
              type="button"
              aria-pressed={shown}
              onClick={() => {
                change({ products: toggleProduct(view.products, line.product) });
              }}
              className={cx(
                'inline-flex h-control-sm items-center gap-1.5 rounded-md px-2 text-xs font-medium transition-colors hover:bg-hover field:h-15 field:min-w-15 field:px-4 field:text-base',
                shown ? 'text-ink' : 'text-ink-subtle line-through',
              )}
            >
              <LineSample line={line} className={cx(!shown && 'opacity-40')} />
              {productNames[line.product]}
            </button>
          );
        })}
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-2 field:ml-0 field:gap-5">
        <SegmentedControl
          size="sm"
          label={chartTexts.values}
          segments={modesOf(words)}
          value={view.mode}
          onValueChange={(mode) => {
            change({ mode });
          }}
        />
        <SegmentedControl
          size="sm"
          label={chartTexts.scale}
          segments={scalesOf(words)}
          value={view.scale}
          onValueChange={(scale) => {
            change({ scale });
          }}
        />
        <div className="flex items-center field:gap-5">
          <IconButton
            size="sm"
            label={chartTexts.showEverything}
            disabled={!props.zoomed}
            onClick={props.onResetZoom}
          >
            <RotateCcw aria-hidden />
          </IconButton>
          <IconButton
            size="sm"
            label={asTable ? chartTexts.showAsChart : chartTexts.showAsTable}
            onClick={() => {
              props.onAsTableChange(!asTable);
            }}
          >
            {asTable ? <ChartSpline aria-hidden /> : <Table2 aria-hidden />}
          </IconButton>
          <DropdownMenu
            trigger={
              <IconButton size="sm" label={chartTexts.export} tooltip={false}>
                <Download aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<ImageDown aria-hidden />} disabled={asTable} onSelect={props.onExportPng}>
              {chartTexts.pictureFile}
            </MenuItem>
            <MenuItem icon={<FileSpreadsheet aria-hidden />} onSelect={props.onExportCsv}>
              {chartTexts.tableFile}
            </MenuItem>
          </DropdownMenu>
        </div>
      </div>
    </div>
  );
}
