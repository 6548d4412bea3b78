'use client';

import { ChartSpline, Download, FileSpreadsheet, ImageDown, RotateCcw, Table2 } from 'lucide-react';
import { DropdownMenu, MenuItem } from '../components/overlays/DropdownMenu.tsx';
import { IconButton } from '../components/buttons/IconButton.tsx';
import { SegmentedControl } from '../components/inputs/SegmentedControl.tsx';
import { cx } from '../lib/cx.ts';
import { useWords } from '../lib/words-context.tsx';
import { toggleProduct, type ChartView } from './chart-view.ts';
import { LineSample } from './LineSample.tsx';
import { PRODUCT_LINES } from './product-lines.ts';

const RANGES = [
  { value: '30', label: '30 d' },
  { value: '90', label: '90 d' },
  { value: '365', label: '1 y' },
  { value: 'ALL', label: 'All' },
] as const;
const MODES = [
  { value: 'DAILY', label: 'Daily' },
  { value: 'CUMULATIVE', label: 'Cumulative' },
] as const;
const SCALES = [
  { value: 'LINEAR', label: 'Linear' },
  { value: 'LOG', label: 'Log' },
] as const;

export interface ChartToolbarProps {
  view: ChartView;
  onViewChange: (view: ChartView) => void;
  zoomed: boolean;
  onResetZoom: () => void;
  asTable: boolean;
  onAsTableChange: (asTable: boolean) => void;
  onExportPng: () => void;
  onExportCsv: () => void;
}

export function ChartToolbar(props: ChartToolbarProps) {
  const { productNames } = useWords();
  const { view, onViewChange, asTable } = props;
  const change = (part: Partial<ChartView>) => {
    onViewChange({ ...view, ...part });
  };
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <SegmentedControl
        size="sm"
        label="Range"
        segments={RANGES}
        value={view.range}
        onValueChange={(range) => {
          change({ range });
        }}
      />
      <div role="group" aria-label="Products" className="flex items-center gap-1">
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
                'inline-flex h-control-sm items-center gap-1.5 rounded-md px-2 text-xs font-medium transition-colors hover:bg-hover',
                shown ? 'text-ink' : 'text-ink-subtle line-through',
              )}
            >
              <LineSample line={line} className={cx(!shown && 'opacity-40')} />
              {productNames[line.product]}
            </button>
          );
        })}
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <SegmentedControl
          size="sm"
          label="Values"
          segments={MODES}
          value={view.mode}
          onValueChange={(mode) => {
            change({ mode });
          }}
        />
        <SegmentedControl
          size="sm"
          label="Scale"
          segments={SCALES}
          value={view.scale}
          onValueChange={(scale) => {
            change({ scale });
          }}
        />
        <div className="flex items-center">
          <IconButton
            size="sm"
            label="Show everything again"
            disabled={!props.zoomed}
            onClick={props.onResetZoom}
          >
            <RotateCcw aria-hidden />
          </IconButton>
          <IconButton
            size="sm"
            label={asTable ? 'Show as chart' : 'Show as table'}
            onClick={() => {
              props.onAsTableChange(!asTable);
            }}
          >
            {asTable ? <ChartSpline aria-hidden /> : <Table2 aria-hidden />}
          </IconButton>
          <DropdownMenu
            trigger={
              <IconButton size="sm" label="Export" tooltip={false}>
                <Download aria-hidden />
              </IconButton>
            }
          >
            <MenuItem icon={<ImageDown aria-hidden />} disabled={asTable} onSelect={props.onExportPng}>
              Picture (PNG)
            </MenuItem>
            <MenuItem icon={<FileSpreadsheet aria-hidden />} onSelect={props.onExportCsv}>
              Table (CSV)
            </MenuItem>
          </DropdownMenu>
        </div>
      </div>
    </div>
  );
}
