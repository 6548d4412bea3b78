/** What one side says of a field: with a tick where it counts, struck through where it does not, and why. */
import { assessVariance, type ConflictField, type CountingSide } from '@wellpulse/domain';
import { Check, TriangleAlert } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

export type SideName = 'EXISTING' | 'INCOMING';

export interface ConflictValueProps {
  readonly side: SideName;
  readonly field: ConflictField;
  /** The side wants the whole record gone. */
  readonly isDeletion: boolean;
  /** The same of the day before; null where there is none, and for what is no volume. */
  readonly dayBefore: number | null;
  readonly thresholdPercent: number;
}

export function ConflictValue({ side, field, isDeletion, dayBefore, thresholdPercent }: ConflictValueProps) {
  const words = useWords();
  const { conflictTexts } = words;
  const isSilent = side === 'EXISTING' ? field.isKept : field.isUntouched;
  if (isSilent) {
    const isGone = isDeletion && side === 'INCOMING';
    return (
      <span className="text-ink-muted">
        {isGone ? conflictTexts.deletedWithIt : conflictTexts.notChanged}
      </span>
    );
  }
  const value = side === 'EXISTING' ? field.existing : field.incoming;
  return (
    <>
      <MarkedValue text={words.conflictValue(field.field, value)} field={field} side={side} />
      {typeof value === 'number' && (
        <OffDayBefore value={value} before={dayBefore} percent={thresholdPercent} />
      )}
    </>
  );
}

interface MarkedValueProps {
  readonly text: string;
  readonly field: ConflictField;
  readonly side: SideName;
}

function MarkedValue({ text, field: { isContested, counting, rule }, side }: MarkedValueProps) {
  const { conflictRuleNames, conflictTexts } = useWords();
  if (counting === null) return <span className={cx('block', isContested && 'font-semibold')}>{text}</span>;
  if (!countsOn(side, counting)) {
    return (
      <span className="block text-ink-muted">
        <s className="decoration-2 decoration-ink-subtle">{text}</s>
        <span className="sr-only"> {conflictTexts.valueGaveWay}</span>
      </span>
    );
  }
  return (
    <>
      <span className="flex items-start gap-1 font-semibold">
        <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-good" strokeWidth={3} />
        <span className="min-w-0">{text}</span>
        <span className="sr-only">{conflictTexts.valueCounts}</span>
      </span>
      {rule !== null && <span className="block text-xs text-good">{conflictRuleNames[rule]}</span>}
    </>
  );
}

const countsOn = (side: SideName, counting: CountingSide): boolean =>
  counting === side || counting === 'BOTH';

interface OffDayBeforeProps {
  readonly value: number;
  readonly before: number | null;
  readonly percent: number;
}

/** A value that is as far from the day before as raises an alert: most often the one that was mistyped. */
function OffDayBefore({ value, before, percent }: OffDayBeforeProps) {
  const { conflictTexts, formatAlertChange } = useWords();
  const variance = assessVariance(value, before, percent);
  if (variance === null) return null;
  return (
    <span className="flex items-start gap-1 text-xs text-attention">
      <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
      {conflictTexts.againstDayBefore(formatAlertChange(variance))}
    </span>
  );
}
