/** Several restores may lose several states of one record: which of them a line is (ADR 86). */
import type { RecoveredLine } from '@wellpulse/contracts';
import { office } from '../../lib/language.ts';

type Line = Pick<RecoveredLine, 'entity' | 'recordKey' | 'stateId' | 'isNewest'>;

export interface StateMark {
  readonly label: string;
  readonly isNewest: boolean;
  /** It follows another state of the same record. */
  readonly isBelow: boolean;
}

/** Null for the only state of a record. `lines` are all that are shown, the newest of each record first. */
export function markOf(line: Line, lines: readonly Line[]): StateMark | null {
  const { latestOf, earlier, earlierOf } = office.devices.recovered;
  const { entity, recordKey, stateId, isNewest } = line;
  const states = lines.filter((other) => other.entity === entity && other.recordKey === recordKey);
  const place = states.findIndex((other) => other.stateId === stateId);
  if (states.length < 2) return isNewest ? null : { label: earlier, isNewest, isBelow: false };
  const label = isNewest ? latestOf(states.length) : earlierOf(place + 1, states.length);
  return { label, isNewest, isBelow: place > 0 };
}
