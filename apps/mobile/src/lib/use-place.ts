import type { Location, Well } from '@wellpulse/contracts';
import { locationAt, positionOf, type Position } from '@wellpulse/domain';
import { TypedPosition } from '@wellpulse/forms';
import { useMemo } from 'react';
import { usePositionTracker } from './position.tsx';
import { useSession } from './session.tsx';

/** Where a person stands at a well. */
export interface Place {
  /** Of the well; null where nobody has measured it. */
  readonly well: Position | null;
  /** What they type of it by hand. */
  readonly typed: TypedPosition;
  /** As an entry or a photo tells it at this moment; null where nobody knows. */
  readonly locate: () => Location | null;
}

/**
 * The place of an entry that is being made at a well. What is typed by hand stands before what is measured.
 *
 * @example
 * const place = usePlace(well);
 * desk.save(known, { words, today, location: place.locate() });
 */
export function usePlace(well: Pick<Well, 'id' | 'latitude' | 'longitude'>): Place {
  const tracker = usePositionTracker();
  const { drafts } = useSession();
  const typed = useMemo(() => new TypedPosition(drafts, well.id, Date.now), [drafts, well.id]);
  const position = positionOf(well);
  return {
    well: position,
    typed,
    locate: () => {
      const { state } = tracker;
      const fix = typed.fix ?? (state.kind === 'FIX' ? state.fix : null);
      return fix === null ? null : locationAt(fix, position);
    },
  };
}
