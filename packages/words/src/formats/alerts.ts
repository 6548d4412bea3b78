/** What is said of a volume that is far from the ones before. */
import type { Alert, AlertKind, Product } from '@wellpulse/contracts';
import type { ToConfirm, Variance } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';
import { decimal } from '../lib/decimal.ts';
import { volumeFormats } from './volumes.ts';

export function alertFormats({
  codes,
  quantities,
  screens,
}: Pick<Texts, 'codes' | 'quantities' | 'screens'>) {
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

  /** Without needless zeros: "4,410", "44.1". */
  const asTyped = (volume: number): string => decimal(volume, 2, 0);
  /** "100", "3.2" */
  const roundly = (times: number): string => decimal(times, times < 10 ? 1 : 0, 0);

  /** "4,410 is 100 times yesterday. 44.1?" `isYesterday`: the volume before is the one of yesterday; else it is the last one. */
  function formatUnusual(volume: number, { last, times, meant }: ToConfirm, isYesterday: boolean): string {
    const { timesAsMuch, partOf, zeroAfter, yesterday, lastReading, meantPerhaps } = screens.readingWords;
    const before = isYesterday ? yesterday : lastReading;
    const how = (): string => {
      if (volume === 0) return zeroAfter(asTyped(last), before);
      if (times < 1) return partOf(asTyped(volume), decimal(1 / times, 0), before);
      return timesAsMuch(asTyped(volume), roundly(times), before);
    };
    return [how(), ...(meant === null ? [] : [meantPerhaps(asTyped(meant))])].join(' ');
  }

  /** The same where a key keeps it: "4,410 is 100 times yesterday. 44.1? Enter again to keep". */
  const formatToConfirm = (volume: number, why: ToConfirm, isYesterday: boolean): string =>
    `${formatUnusual(volume, why, isYesterday)} ${screens.readingWords.keepHint}`;

  return { formatAlertChange, formatToConfirm, formatUnusual, formatVariance };
}
