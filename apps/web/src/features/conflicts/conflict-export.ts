import type { Conflict } from '@wellpulse/contracts';
import { conflictFields, type ConflictField } from '@wellpulse/domain';
import { words } from '../../lib/language.ts';
import type { ExportColumns } from '../../lib/export-columns.ts';

/** "Oil 42.50 bbl, Notes: —": what one side says of each field that it changed. */
const sideOf = (conflict: Conflict, side: 'existing' | 'incoming'): string =>
  conflictFields(conflict)
    .filter(({ isContested, isKept, isUntouched }) =>
      isContested ? true : side === 'existing' ? !isKept : !isUntouched,
    )
    .map((field) => named(field, field[side]))
    .join(', ');

const named = ({ field }: ConflictField, value: unknown): string =>
  `${words.fieldName(field)} ${words.conflictValue(field, value)}`;

export const CONFLICT_EXPORT: ExportColumns<Conflict> = {
  createdAt: (conflict) => conflict.createdAt,
  record: words.conflictTitle,
  status: (conflict) => words.conflictStatusNames[conflict.status],
  outcome: (conflict) => words.conflictOutcomeNames[conflict.outcome],
  before: (conflict) =>
    conflictFields(conflict)
      .map((field) => named(field, field.before))
      .join(', '),
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
