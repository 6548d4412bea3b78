'use client';

/** Whether the row is saved. The tick stands only for what the server has confirmed. */
import type { ProductionRecord } from '@wellpulse/contracts';
import type { SavePhase } from '@wellpulse/forms';
import { Button } from '../../components/buttons/Button.tsx';
import { Spinner } from '../../components/display/Spinner.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { CircleCheck, CircleDashed } from 'lucide-react';
import type { SheetHost } from './sheet-host.ts';

export interface SheetRowStateProps {
  readonly wellName: string;
  readonly host: SheetHost;
  readonly record: ProductionRecord | null;
  readonly hasDraft: boolean;
  readonly phase: SavePhase | null;
  readonly onSave: () => void;
  readonly onCompare: () => void;
}

// As high as the button that takes its place: what is below stays where it is while somebody types.
const lineClass = 'flex h-control-sm items-center gap-1.5 text-xs whitespace-nowrap';

export function SheetRowState({
  wellName,
  host,
  record,
  hasDraft,
  phase,
  onSave,
  onCompare,
}: SheetRowStateProps) {
  const { controlTexts, daySheetTexts, formatMonth, readingWords } = useWords();
  if (phase?.kind === 'SAVING') {
    return (
      <span className={`${lineClass} text-ink-muted`}>
        <Spinner label={daySheetTexts.savingWell(wellName)} />
        {controlTexts.saving}
      </span>
    );
  }
  if (phase?.kind === 'CONFLICT') {
    return (
      <Button size="sm" aria-label={daySheetTexts.compareWell(wellName)} onClick={onCompare}>
        {daySheetTexts.compare}
      </Button>
    );
  }
  if (hasDraft) {
    const label = phase?.kind === 'ASKED' ? readingWords.keep : controlTexts.save;
    return (
      <Button variant="primary" size="sm" aria-label={`${label}: ${wellName}`} onClick={onSave}>
        {label}
      </Button>
    );
  }
  const month = record?.estimatedFrom ?? null;
  if (record !== null && month === null) return <Saved record={record} host={host} />;
  // What a month's total says of a day is no entry of it.
  return (
    <span
      className={`${lineClass} text-ink-subtle`}
      title={month === null ? undefined : readingWords.estimatedFrom(formatMonth(month))}
    >
      <CircleDashed aria-hidden className="size-4" />
      {month === null ? daySheetTexts.notEntered : readingWords.estimated}
    </span>
  );
}

function Saved({ record, host }: { record: ProductionRecord; host: SheetHost }) {
  const words = useWords();
  const { daySheetTexts } = words;
  return (
    <span className={`${lineClass} text-good`} title={daySheetTexts.savedBy(host.nameOf(record.updatedBy))}>
      <CircleCheck aria-hidden className="size-4" />
      <span>
        {daySheetTexts.saved}{' '}
        <span className="num">{words.formatTime(record.updatedAt, host.moment.timeZone)}</span>
      </span>
    </span>
  );
}
