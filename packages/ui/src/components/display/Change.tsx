'use client';

import { NO_VALUE } from '@wellpulse/words';
import { ArrowDownRight, ArrowUpRight, Minus } from 'lucide-react';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';

export interface ChangeProps {
  /** In percent; null when there is nothing to compare with. */
  percent: number | null;
  /** What is compared with: "yesterday". */
  against?: string;
  /** Whether more is good (oil), bad (water), or neither: sets the colour. The arrow and sign say the direction. */
  better?: 'up' | 'down' | 'neither';
  className?: string;
}

function toneOf(percent: number, better: ChangeProps['better']): string {
  if (percent === 0 || better === 'neither') return 'text-ink-muted';
  return percent > 0 === (better === 'up') ? 'text-good' : 'text-bad';
}

/**
 * A change in percent with its arrow and sign. Says so in words if there is nothing to compare with.
 *
 * @example
 * <Change percent={-12.4} against="yesterday" better="up" />
 */
export function Change({ percent, against, better = 'neither', className }: ChangeProps) {
  const { formatChange, controlTexts } = useWords();
  const text = formatChange(percent);
  if (percent === null || text === NO_VALUE) {
    return (
      <span className={cx('text-xs text-ink-subtle', className)}>
        {against === undefined ? controlTexts.nothingToCompare : controlTexts.noFigureFor(against)}
      </span>
    );
  }
  const shown = text === '0 %' ? 0 : percent;
  const Arrow = shown === 0 ? Minus : shown > 0 ? ArrowUpRight : ArrowDownRight;
  return (
    <span className={cx('inline-flex items-center gap-1 text-xs whitespace-nowrap', className)}>
      <span className={cx('num inline-flex items-center gap-0.5 font-medium', toneOf(shown, better))}>
        <Arrow aria-hidden className="size-3.5" />
        {text}
      </span>
      {against !== undefined && <span className="text-ink-subtle">{controlTexts.comparedWith(against)}</span>}
    </span>
  );
}
