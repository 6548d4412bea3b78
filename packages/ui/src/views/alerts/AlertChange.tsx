'use client';

import type { Alert } from '@wellpulse/contracts';
import { UNITS } from '@wellpulse/words';
import { ArrowRight } from 'lucide-react';
import { useWords } from '../../lib/words-context.tsx';

/**
 * From what to what: "42.0 → 18.0 bbl −57 %".
 *
 * @example
 * <AlertChange alert={alert} />
 */
export function AlertChange({ alert }: { alert: Alert }) {
  const words = useWords();
  const { previousValue, currentValue, product } = alert;
  return (
    <span className="num inline-flex items-center gap-1 whitespace-nowrap">
      <span className="text-ink-muted">{words.formatVolume(previousValue)}</span>
      <ArrowRight aria-hidden className="size-3 text-ink-subtle field:size-4" />
      <span className="sr-only">{words.alertTexts.to}</span>
      <span className="font-medium">{words.formatVolume(currentValue)}</span>
      <span className="text-xs text-ink-subtle field:text-base">{UNITS[product]}</span>
      <span className="ml-1 font-medium text-attention">{words.formatAlertChange(alert)}</span>
    </span>
  );
}
