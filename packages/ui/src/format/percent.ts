import { NO_VALUE } from './volume.ts';

const oneDecimal = new Intl.NumberFormat('en-US', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const noDecimals = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });

/** A change in percent, always with its sign: "+2.1 %", "−57 %". Below 10 it has a decimal; "0 %" has no sign. */
export function formatChange(percent: number | null | undefined): string {
  if (percent === null || percent === undefined || !Number.isFinite(percent)) return NO_VALUE;
  const size = Math.abs(percent);
  const text = size < 9.95 ? oneDecimal.format(size) : noDecimals.format(size);
  if (Number(text.replaceAll(',', '')) === 0) return '0 %';
  return `${percent < 0 ? '−' : '+'}${text} %`;
}

/** A share of one in percent: 0.775 is "77.5 %". */
export function formatShare(share: number | null | undefined): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return NO_VALUE;
  return `${oneDecimal.format(share * 100)} %`;
}

/** Change from `before` to `now` in percent; null where there is nothing to compare with. */
export function changePercent(
  now: number | null | undefined,
  before: number | null | undefined,
): number | null {
  if (now === null || now === undefined || before === null || before === undefined || before === 0)
    return null;
  return ((now - before) / before) * 100;
}
