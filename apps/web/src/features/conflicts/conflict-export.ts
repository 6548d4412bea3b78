import type { Conflict } from '@wellpulse/contracts';
import { conflictFields } from '@wellpulse/domain';
import { words } from '../../lib/language.ts';
import type { ExportColumns } from '../../components/ExportButton.tsx';
import { conflictValue } from './conflict-fields.ts';
import {
  CONFLICT_OUTCOME_NAMES,
  CONFLICT_STATUS_NAMES,
  conflictTitle,
  outcomeSentence,
} from './conflict-words.ts';

/** "Oil 42.50 bbl, Notes: —": one side's value of each contested field. */
const sideOf = (conflict: Conflict, side: 'existing' | 'incoming'): string =>
  conflictFields(conflict)
    .filter(({ isContested }) => isContested)
    .map((field) => `${words.fieldName(field.field)} ${conflictValue(field.field, field[side])}`)
    .join(', ');

export const CONFLICT_EXPORT: ExportColumns<Conflict> = {
  createdAt: (conflict) => conflict.createdAt,
  record: conflictTitle,
  status: (conflict) => CONFLICT_STATUS_NAMES[conflict.status],
  outcome: (conflict) => CONFLICT_OUTCOME_NAMES[conflict.outcome],
  existingBy: ({ existing }) => existing.userName,
  existingAt: ({ existing }) => existing.occurredAt,
  existing: (conflict) => sideOf(conflict, 'existing'),
  incomingBy: ({ incoming }) => incoming.userName,
  incomingAt: ({ incoming }) => incoming.occurredAt,
  incoming: (conflict) => sideOf(conflict, 'incoming'),
  inWords: outcomeSentence,
  resolvedBy: (conflict) => conflict.resolvedByName,
  resolvedAt: (conflict) => conflict.resolvedAt,
};
