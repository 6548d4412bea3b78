'use client';

import { NO_VALUE } from '@wellpulse/words';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface VolumeCellProps {
  value: number | null | undefined;
  /** Given: the unit is shown behind the number. Leave out in tables whose header carries it. */
  unit?: string | undefined;
  className?: string;
}

/**
 * A volume in a table: tabular figures, one decimal; a volume not measured is a dimmed dash.
 *
 * @example
 * <VolumeCell value={42.5} unit="bbl" />
 */
export function VolumeCell({ value, unit, className }: VolumeCellProps) {
  const { formatVolume, controlTexts } = useWords();
  const text = formatVolume(value);
  if (text === NO_VALUE) {
    return (
      <span className={cx('num text-ink-subtle', className)}>
        <span aria-hidden>{NO_VALUE}</span>
        <span className="sr-only">{controlTexts.notMeasured}</span>
      </span>
    );
  }
  return (
    <span className={cx('num whitespace-nowrap', className)}>
      {text}
      {unit !== undefined && <span className="ml-1 text-xs text-ink-subtle">{unit}</span>}
    </span>
  );
}
