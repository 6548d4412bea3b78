/** What a conflict is about and what became of it, in sentences. */
import { equipmentTypeSchema, type ConflictRecord } from '@wellpulse/contracts';
import { DELETION, isDeletion, isNotHeld, type ShownConflict } from '@wellpulse/domain';
import type { Texts } from '../en/index.ts';
import { codeNames } from './code-names.ts';
import { dayFormats } from './days.ts';
import { fieldFormats } from './fields.ts';
import { nameFormats } from './names.ts';
import { valueFormats } from './values.ts';

type ReasonOf = Pick<ConflictRecord, 'outcome' | 'fields' | 'eventType'>;

export function conflictFormats(texts: Texts) {
  const { conflicts, field } = texts;
  const { conflictTexts } = texts.screens;
  const { equipmentName } = codeNames(texts);
  const { formatDayFull } = dayFormats(texts);
  const { fieldName } = fieldFormats(texts);
  const { fieldValue } = valueFormats(texts);
  const { nameAtStart } = nameFormats(texts);

  /** "Jo Ortiz", or "a colleague" for an author whom this device does not know (ADR 123). */
  const named = ({ userName }: ShownConflict['existing']): string => userName ?? field.colleague;
  const whose = (side: ShownConflict['existing']): string => conflicts.possessive(named(side));

  /** The same above a column: "A colleague". */
  const sideName = (side: ShownConflict['existing']): string => nameAtStart(named(side));

  /** For the person whose entry met another change: what was contested, and which entry was kept. */
  function conflictReason({ outcome, fields, eventType }: ReasonOf): string {
    if (outcome === 'MERGE' && isDeletion({ eventType })) return conflicts.takenBackReason;
    if (outcome === 'MERGE') return conflicts.mergeReason;
    const contested = conflicts.contested(fields.map(fieldName).join(', '), fields.length);
    if (outcome === 'OVERWRITE') return `${contested} ${conflicts.laterKept}`;
    return `${contested} ${outcome === 'SKIP' ? conflicts.theirsKept : conflicts.mustChoose}`;
  }

  /** The API names an item by its type's code and its serial number. */
  function subjectName(subject: string | null): string {
    if (subject === null) return conflicts.someItem;
    const [code = '', ...serial] = subject.split(' ');
    const type = equipmentTypeSchema.safeParse(code);
    return type.success
      ? equipmentName({ equipmentType: type.data, serialNumber: serial.join(' ') })
      : subject;
  }

  /** "Acme #7, Fri 24 Oct 2025", "Acme #7, Pump jack PJ-1". */
  const conflictTitle = ({
    wellName,
    productionDate,
    subject,
  }: Pick<ShownConflict, 'wellName' | 'productionDate' | 'subject'>): string =>
    `${wellName}, ${productionDate === null ? subjectName(subject) : formatDayFull(productionDate)}`;

  /** One sentence or two: what the rules or a person made of it. */
  const conflictSentence = (conflict: ShownConflict): string => nameAtStart(whatBecame(conflict));

  function whatBecame(conflict: ShownConflict): string {
    const { status, outcome, existing, incoming, resolvedByName } = conflict;
    const who = resolvedByName ?? field.colleague;
    if (status === 'OPEN') return `${openSentence(conflict)} ${conflicts.mustChoose}`;
    if (status === 'RESOLVED') return chosenSentence(conflict, who);
    if (status === 'UNDONE')
      return conflicts.undid(who, whose(outcome === 'OVERWRITE' ? existing : incoming));
    if (status === 'WITHDRAWN') return conflicts.withdrawn(who);
    if (outcome === 'MERGE' && isDeletion(conflict)) return conflicts.ownTakenBack(named(incoming));
    if (outcome === 'MERGE') return conflicts.differentValues;
    if (isDeletion(conflict)) {
      return outcome === 'SKIP' ? conflicts.notDeleted(whose(existing)) : conflicts.deleted(whose(incoming));
    }
    if (outcome === 'SKIP' && isNotHeld(conflict)) return conflicts.notHeld(whose(incoming), whose(existing));
    if (outcome === 'SKIP') return conflicts.stayed(whose(existing));
    return conflict.fields.length === 1
      ? conflicts.counts(whose(incoming))
      : conflicts.countsByValue(whose(incoming));
  }

  const openSentence = (conflict: ShownConflict): string =>
    isDeletion(conflict)
      ? conflicts.deletionOpen(named(conflict.existing))
      : conflicts.notApplied(whose(conflict.incoming));

  function chosenSentence({ choice, existing, incoming }: ShownConflict, who: string): string {
    if (choice === 'EXISTING') return conflicts.kept(who, whose(existing));
    return choice === 'INCOMING' ? conflicts.took(who, whose(incoming)) : conflicts.merged(who);
  }

  /** A value of one side: "42.50 bbl", "Operational"; of the record itself "Deleted" or "There". */
  function conflictValue(field: string, value: unknown): string {
    if (field === DELETION) return value === true ? conflictTexts.deleted : conflictTexts.there;
    return fieldValue(field, value);
  }

  /** What the columns of the two sides are called. */
  const sideNames = ({ fields }: Pick<ShownConflict, 'fields'>): { existing: string; incoming: string } => ({
    existing: fields.includes(DELETION) ? conflicts.changedMeanwhile : conflicts.wasThere,
    incoming: conflicts.cameIn,
  });

  return {
    conflictOutcomeNames: conflicts.outcomeNames,
    conflictReason,
    conflictRuleNames: conflicts.ruleNames,
    conflictSentence,
    conflictsSettledSince: conflicts.settledSince,
    conflictStatusNames: conflicts.statusNames,
    conflictTitle,
    conflictValue,
    sideName,
    sideNames,
  };
}
