'use client';

/** Whether the server has the row. The tick stands only for what it has confirmed. */
import type { ProductionRecord } from '@wellpulse/contracts';
import { Button, Spinner, useWords } from '@wellpulse/ui';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { useSession } from '../../components/SessionProvider.tsx';
import type { SavePhase } from './sheet-saver.ts';

export interface SheetRowStateProps {
  readonly wellName: string;
  /** Who saved it; empty while that is not known. */
  readonly savedBy: string;
  readonly record: ProductionRecord | null;
  readonly hasDraft: boolean;
  readonly phase: SavePhase | undefined;
  readonly onSave: () => void;
  readonly onCompare: () => void;
}

const lineClass = 'flex h-control items-center gap-1.5 text-xs whitespace-nowrap';

export function SheetRowState({
  wellName,
  savedBy,
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
  if (phase?.kind === 'FAILED' && phase.conflict !== null) {
    return (
      <Button aria-label={daySheetTexts.compareWell(wellName)} onClick={onCompare}>
        {daySheetTexts.compare}
      </Button>
    );
  }
  if (hasDraft) {
    const label = phase?.kind === 'FAILED' ? controlTexts.tryAgain : controlTexts.save;
    return (
      <Button variant="primary" aria-label={`${label}: ${wellName}`} onClick={onSave}>
        {label}
      </Button>
    );
  }
  const month = record?.estimatedFrom ?? null;
  if (record !== null && month === null) return <Saved record={record} savedBy={savedBy} />;
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

function Saved({ record, savedBy }: { record: ProductionRecord; savedBy: string }) {
  const words = useWords();
  const { daySheetTexts } = words;
  const { tenant } = useSession();
  return (
    <span className={`${lineClass} text-good`} title={daySheetTexts.savedBy(savedBy)}>
      <CircleCheck aria-hidden className="size-4" />
      <span>
        {daySheetTexts.saved}{' '}
        <span className="num">{words.formatTime(record.updatedAt, tenant.timeZone)}</span>
      </span>
    </span>
  );
}
