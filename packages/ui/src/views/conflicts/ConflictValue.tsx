/** What one side says of a field: with a tick where it counts, struck through where it does not, and why. */
import type { SideValue } from '@wellpulse/forms';
import { Check, TriangleAlert } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface ConflictValueProps {
  readonly value: SideValue;
  readonly isContested: boolean;
}

export function ConflictValue({ value, isContested }: ConflictValueProps) {
  if (value.standing === 'SILENT') return <span className="text-ink-muted">{value.text}</span>;
  return (
    <>
      <MarkedValue value={value} isContested={isContested} />
      {value.offDayBefore !== null && (
        <span className="flex items-start gap-1 text-xs text-attention">
          <TriangleAlert aria-hidden className="mt-0.5 size-3 shrink-0" />
          {value.offDayBefore}
        </span>
      )}
    </>
  );
}

function MarkedValue({ value: { text, standing, rule }, isContested }: ConflictValueProps) {
  const { conflictTexts } = useWords();
  if (standing === null) return <span className={cx('block', isContested && 'font-semibold')}>{text}</span>;
  if (standing === 'GAVE_WAY') {
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
      {rule !== null && <span className="block text-xs text-good">{rule}</span>}
    </>
  );
}
