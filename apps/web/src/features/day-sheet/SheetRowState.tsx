'use client';

/** Whether the server has the row. The tick stands only for what it has confirmed. */
import type { ProductionRecord } from '@wellpulse/contracts';
import { Button, Spinner } from '@wellpulse/ui';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { words } from '../../lib/language.ts';
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
  if (phase?.kind === 'SAVING') {
    return (
      <span className={`${lineClass} text-ink-muted`}>
        <Spinner label={`Saving ${wellName}`} />
        Saving
      </span>
    );
  }
  if (phase?.kind === 'FAILED' && phase.conflict !== null) {
    return (
      <Button aria-label={`Compare ${wellName}`} onClick={onCompare}>
        Compare
      </Button>
    );
  }
  if (hasDraft) {
    const label = phase?.kind === 'FAILED' ? 'Try again' : 'Save';
    return (
      <Button variant="primary" aria-label={`${label}: ${wellName}`} onClick={onSave}>
        {label}
      </Button>
    );
  }
  return record === null ? (
    <span className={`${lineClass} text-ink-subtle`}>
      <CircleDashed aria-hidden className="size-4" />
      Not entered
    </span>
  ) : (
    <Saved record={record} savedBy={savedBy} />
  );
}

function Saved({ record, savedBy }: { record: ProductionRecord; savedBy: string }) {
  const { tenant } = useSession();
  return (
    <span className={`${lineClass} text-good`} title={`Saved by ${savedBy}`}>
      <CircleCheck aria-hidden className="size-4" />
      <span>
        Saved <span className="num">{words.formatTime(record.updatedAt, tenant.timeZone)}</span>
      </span>
    </span>
  );
}
