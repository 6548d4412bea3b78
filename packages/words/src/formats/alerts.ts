/** What is said of a volume that is far from the one of the day before. */
import type { Alert, AlertKind, Product } from '@wellpulse/contracts';
import type { Variance } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';
import { volumeFormats } from './volumes.ts';

export function alertFormats({ codes, quantities }: Pick<Texts, 'codes' | 'quantities'>) {
  const { formatChange, formatVolume, formatVolumeWithUnit } = volumeFormats({ quantities });

  /** "−57 %", "stopped" or "resumed". */
  function formatAlertChange({ kind, changePercent }: Pick<Alert, 'kind' | 'changePercent'>): string {
    const changes: Readonly<Record<AlertKind, string>> = {
      CHANGED: formatChange(changePercent),
      STOPPED: codes.stopped,
      RESUMED: codes.resumed,
    };
    return changes[kind];
  }

  /** "−57 % against 42.0 the day before", "Stopped: 42.0 bbl the day before". `previous` is the volume of that day. */
  function formatVariance(
    { kind, changePercent }: Variance,
    previous: number | null,
    product: Product,
  ): string {
    if (kind === 'STOPPED') return codes.stoppedAfter(formatVolumeWithUnit(previous, product));
    if (kind === 'RESUMED') return codes.resumedAfterZero;
    return codes.changedAgainst(formatChange(changePercent), formatVolume(previous));
  }

  return { formatAlertChange, formatVariance };
}
