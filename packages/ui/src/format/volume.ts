/**
 * Volumes as people read them. Null is "—" (not measured), zero is "0": the two are never the same thing.
 * Rounding is half up on the decimal digits, as in the imports, not on the binary float behind them.
 */
import { PRODUCTION_FIELDS, type Product } from '@wellpulse/contracts';

/** Stands for a number that was not measured or can't be computed. */
export const NO_VALUE = '—';

/** Oil and water in barrels, gas in thousand cubic feet. */
export const UNITS = {
  OIL: PRODUCTION_FIELDS.oilVolume.unit,
  GAS: PRODUCTION_FIELDS.gasVolume.unit,
  WATER: PRODUCTION_FIELDS.waterVolume.unit,
} as const satisfies Record<Product, string>;

export const PRODUCT_NAMES = { OIL: 'Oil', GAS: 'Gas', WATER: 'Water' } as const satisfies Record<
  Product,
  string
>;

const tenths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const hundredths = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const compact = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

function written(value: number | null | undefined, format: Intl.NumberFormat): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return NO_VALUE;
  // The sum also turns -0 into 0.
  return value === 0 ? '0' : format.format(value + 0);
}

/** For tables and tooltips: "1,234.5". */
export function formatVolume(value: number | null | undefined): string {
  return written(value, tenths);
}

/** For forms and single records, exactly as stored: "1,234.50". */
export function formatVolumeExact(value: number | null | undefined): string {
  return written(value, hundredths);
}

/** For totals, where a tenth of a barrel says nothing: "12,345". */
export function formatTotal(value: number | null | undefined): string {
  return written(value, whole);
}

/** For axes and map labels: "12.3K". */
export function formatCompact(value: number | null | undefined): string {
  return written(value, compact);
}

/** For counts of things: "1,204". */
export function formatCount(value: number): string {
  return whole.format(value);
}

/** "1,234.5 bbl"; "—" alone when there is no value. */
export function formatVolumeWithUnit(value: number | null | undefined, product: Product): string {
  const text = formatVolume(value);
  return text === NO_VALUE ? text : `${text} ${UNITS[product]}`;
}

/** The text that an input starts with: no separators, two decimals at most, empty for null. */
export function volumeInputText(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
