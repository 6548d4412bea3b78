/** Volumes and changes as people read them. Null is "—" (not measured), zero is "0": the two are never the same thing. */
import type { Product } from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';
import { count, decimal, NO_VALUE } from '../lib/decimal.ts';

/** Oil and water in barrels, gas in thousand cubic feet: as gauges and run tickets in Texas say it, in every language. */
export const UNITS = { OIL: 'bbl', GAS: 'MCF', WATER: 'bbl' } as const satisfies Record<Product, string>;

type Measured = number | null | undefined;

const isMeasured = (value: Measured): value is number =>
  value !== null && value !== undefined && Number.isFinite(value);

function written(value: Measured, write: (value: number) => string): string {
  if (!isMeasured(value)) return NO_VALUE;
  return value === 0 ? '0' : write(value);
}

/** Three digits count: 12,345 is 12.3 of `suffixes[1]`. */
function compact(value: number, suffixes: readonly string[]): string {
  const size = Number(Math.abs(value).toPrecision(3));
  let step = 0;
  while (step < suffixes.length - 1 && size >= 1000 ** (step + 1)) step += 1;
  const text = decimal(Number((size / 1000 ** step).toPrecision(3)), 6, 0);
  return `${value < 0 ? '-' : ''}${text}${suffixes[step] ?? ''}`;
}

export function volumeFormats({ quantities }: Pick<Texts, 'quantities'>) {
  const { productNames, compactSuffixes } = quantities;

  /** For tables and tooltips: "1,234.5". */
  const formatVolume = (value: Measured): string => written(value, (measured) => decimal(measured, 1));

  /** For forms and single records, exactly as stored: "1,234.50". */
  const formatVolumeExact = (value: Measured): string => written(value, (measured) => decimal(measured, 2));

  /** For totals, where a tenth of a barrel says nothing: "12,345". */
  const formatTotal = (value: Measured): string => written(value, count);

  /** For axes and map labels: "12.3K". */
  const formatCompact = (value: Measured): string =>
    written(value, (measured) => compact(measured, compactSuffixes));

  /** For numbers of things: "1,204". */
  const formatCount = count;

  /** "1,234.5 bbl"; "—" alone when there is no value. */
  const formatVolumeWithUnit = (value: Measured, product: Product): string =>
    isMeasured(value) ? `${formatVolume(value)} ${UNITS[product]}` : NO_VALUE;

  /** A change in percent, always with its sign: "+2.1 %", "−57 %". Below 10 it has a decimal; "0 %" has no sign. */
  function formatChange(percent: Measured): string {
    if (!isMeasured(percent)) return NO_VALUE;
    const size = Math.abs(percent);
    const text = decimal(size, size < 9.95 ? 1 : 0);
    if (!/[1-9]/.test(text)) return '0 %';
    return `${percent < 0 ? '−' : '+'}${text} %`;
  }

  /** A share of one in percent: 0.775 is "77.5 %". */
  const formatShare = (share: Measured): string =>
    isMeasured(share) ? `${decimal(share * 100, 1)} %` : NO_VALUE;

  return {
    productNames,
    formatChange,
    formatCompact,
    formatCount,
    formatShare,
    formatTotal,
    formatVolume,
    formatVolumeExact,
    formatVolumeWithUnit,
  };
}
