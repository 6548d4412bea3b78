'use client';

import type { ProductionRecord } from '@wellpulse/contracts';
import { useObserved, type EntryDesk, type EntryPlace } from '@wellpulse/forms';
import { CompareDialog } from './CompareDialog.tsx';

/** Which day, at which desk, and who is told what the person did. */
export interface EntryConflictProps {
  readonly desk: EntryDesk<unknown>;
  readonly timeZone: string;
  readonly nameOf: (userId: string) => string;
  readonly wellName: string;
  readonly place: EntryPlace;
  /** Told of the record when the person's own values were saved; null when that failed. */
  readonly onSaved?: (saved: ProductionRecord | null) => void;
  /** The person took what was there. */
  readonly onKept?: () => void;
  readonly onDecideLater?: () => void;
}

/**
 * Both entries of a day, if somebody else has saved it meanwhile; nothing while nobody has.
 *
 * @example
 * <EntryConflict desk={desk} timeZone={timeZone} nameOf={nameOf} wellName={well.name} place={place} />
 */
export function EntryConflict(props: EntryConflictProps) {
  const { desk, timeZone, nameOf, wellName, place, onSaved, onKept, onDecideLater } = props;
  const phase = useObserved(desk, () => desk.phase(place), null);
  if (phase?.kind !== 'CONFLICT') return null;
  return (
    <CompareDialog
      wellName={wellName}
      mine={phase.mine}
      theirs={phase.theirs}
      timeZone={timeZone}
      nameOf={nameOf}
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
