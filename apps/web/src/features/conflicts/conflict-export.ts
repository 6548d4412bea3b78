import type { Conflict } from '@wellpulse/contracts';
import { conflictFields } from '@wellpulse/domain';
import { words } from '../../lib/language.ts';
import type { ExportColumns } from '../../lib/export-columns.ts';
import { conflictValue } from './conflict-fields.ts';

/** "Oil 42.50 bbl, Notes: —": one side's value of each contested field. */
const sideOf = (conflict: Conflict, side: 'existing' | 'incoming'): string =>
  conflictFields(conflict)
    .filter(({ isContested }) => isContested)
    .map((field) => `${words.fieldName(field.field)} ${conflictValue(words, field.field, field[side])}`)
    .join(', ');

export const CONFLICT_EXPORT: ExportColumns<Conflict> = {
  createdAt: (conflict) => conflict.createdAt,
  record: words.conflictTitle,
  status: (conflict) => words.conflictStatusNames[conflict.status],
  outcome: (conflict) => words.conflictOutcomeNames[conflict.outcome],
  existingBy: ({ existing }) => existing.userName,
  existingAt: ({ existing }) => existing.occurredAt,
  existing: (conflict) => sideOf(conflict, 'existing'),
  incomingBy: ({ incoming }) => incoming.userName,
  incomingAt: ({ incoming }) => incoming.occurredAt,
  incoming: (conflict) => sideOf(conflict, 'incoming'),
  inWords: words.conflictSentence,
  resolvedBy: (conflict) => conflict.resolvedByName,
  resolvedAt: (conflict) => conflict.resolvedAt,
};
