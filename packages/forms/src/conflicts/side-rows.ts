/** The two sides of a conflict as a screen shows them: what each says of a field, which of them counts, and by which rule. */
import { productOf, VOLUME_FIELDS } from '@wellpulse/contracts';
import {
  assessVariance,
  conflictFields,
  DELETION,
  isDeletion,
  type ConflictField,
  type ShownConflict,
} from '@wellpulse/domain';
import type { Words } from '@wellpulse/words';

/** What one side says of a field. */
export interface SideValue {
  readonly text: string;
  /** `SILENT`: this side says nothing of it. Null while nothing is decided. */
  readonly standing: 'SILENT' | 'COUNTS' | 'GAVE_WAY' | null;
  /** Why it counts; null where it does not, and where that is not known. */
  readonly rule: string | null;
  /** How far it is from the day before, where that raises an alert: most often it was mistyped. Null where it is not far. */
  readonly offDayBefore: string | null;
}

/** A field of a conflict. */
export interface SideRow {
  readonly field: string;
  readonly label: string;
  /** Both sides set it, and differ. */
  readonly isContested: boolean;
  /** Somebody has to choose. */
  readonly isUndecided: boolean;
  /** What it was before, and the day before: "before 44.00 bbl". */
  readonly facts: readonly string[];
  /** The value of their own that somebody merged in, where neither side counts; null elsewhere. */
  readonly became: string | null;
  readonly existing: SideValue;
  readonly incoming: SideValue;
}

/**
 * Every field that either side changed, the contested ones first. Beyond `thresholdPercent` a change against the day before raises an alert.
 *
 * @example
 * const [oil] = sideRows(words, conflict, 20);
 * oil.incoming; // { text: '45.00 bbl', standing: 'COUNTS', rule: 'The later entry', offDayBefore: null }
 */
export const sideRows = (words: Words, conflict: ShownConflict, thresholdPercent: number): SideRow[] =>
  conflictFields(conflict).map((told) => {
    const { field, isContested, counting } = told;
    const dayBefore = dayBeforeOf(conflict, field);
    const side = (name: SideName) => sideValue(words, conflict, told, { name, dayBefore, thresholdPercent });
    return {
      field,
      label: field === DELETION ? words.conflictTexts.record : words.fieldName(field),
      isContested,
      isUndecided: isContested && conflict.status === 'OPEN',
      facts: factsOf(words, conflict, told, dayBefore),
      became:
        counting === 'NEITHER'
          ? words.conflictTexts.became(words.conflictValue(field, conflict.settledData?.[field] ?? null))
          : null,
      existing: side('EXISTING'),
      incoming: side('INCOMING'),
    };
  });

type SideName = 'EXISTING' | 'INCOMING';

interface AskedSide {
  readonly name: SideName;
  readonly dayBefore: number | null;
  readonly thresholdPercent: number;
}

function dayBeforeOf({ dayBefore }: ShownConflict, field: string): number | null {
  const product = productOf(field);
  return product === undefined ? null : (dayBefore?.[VOLUME_FIELDS[product]] ?? null);
}

function factsOf(
  { conflictTexts, conflictValue }: Words,
  { baseData }: ShownConflict,
  { field, before }: ConflictField,
  dayBefore: number | null,
): string[] {
  const isKnown = before !== undefined && baseData !== null && field !== DELETION;
  return [
    ...(isKnown ? [conflictTexts.before(conflictValue(field, before))] : []),
    ...(dayBefore === null ? [] : [conflictTexts.dayBefore(conflictValue(field, dayBefore))]),
  ];
}

function sideValue(
  words: Words,
  conflict: ShownConflict,
  told: ConflictField,
  { name, dayBefore, thresholdPercent }: AskedSide,
): SideValue {
  const { conflictTexts, conflictRuleNames } = words;
  const isExisting = name === 'EXISTING';
  if (isExisting ? told.isKept : told.isUntouched) {
    const isGone = isDeletion(conflict) && !isExisting;
    const text = isGone ? conflictTexts.deletedWithIt : conflictTexts.notChanged;
    return { text, standing: 'SILENT', rule: null, offDayBefore: null };
  }
  const { field, counting, rule } = told;
  const value = isExisting ? told.existing : told.incoming;
  const counts = counting === name || counting === 'BOTH';
  return {
    text: words.conflictValue(field, value),
    standing: counting === null ? null : counts ? 'COUNTS' : 'GAVE_WAY',
    rule: counts && rule !== null ? conflictRuleNames[rule] : null,
    offDayBefore: typeof value === 'number' ? offDayBefore(words, value, dayBefore, thresholdPercent) : null,
  };
}

function offDayBefore(
  { conflictTexts, formatAlertChange }: Words,
  value: number,
  before: number | null,
  percent: number,
): string | null {
  const variance = assessVariance(value, before, percent);
  return variance === null ? null : conflictTexts.againstDayBefore(formatAlertChange(variance));
}
