'use client';

import type { ProductionRecord } from '@wellpulse/contracts';
import { useObserved, type EntryPlace } from '@wellpulse/forms';
import { ConflictDialog } from './ConflictDialog.tsx';
import { useEntryDesk } from './entry-desk.tsx';

export interface EntryConflictProps {
  readonly wellName: string;
  readonly place: EntryPlace;
  /** Told of the record when the person's own values were saved; null when that failed. */
  readonly onSaved?: (saved: ProductionRecord | null) => void;
  /** The person took what was there. */
  readonly onKept?: () => void;
  readonly onDecideLater?: () => void;
}

/** Nothing while nobody else has saved the day. */
export function EntryConflict({ wellName, place, onSaved, onKept, onDecideLater }: EntryConflictProps) {
  const desk = useEntryDesk();
  const phase = useObserved(desk, () => desk.phase(place), null);
  if (phase?.kind !== 'CONFLICT') return null;
  return (
    <ConflictDialog
      wellName={wellName}
      mine={phase.mine}
      theirs={phase.theirs}
      saving={false}
      error={null}
      onKeepTheirs={() => {
        desk.discard(place);
        onKept?.();
      }}
      onSaveMine={() => {
        void desk.overwrite(place).then(onSaved);
      }}
      onDecideLater={() => {
        if (onDecideLater === undefined) desk.decideLater(place);
        else onDecideLater();
      }}
    />
  );
}
