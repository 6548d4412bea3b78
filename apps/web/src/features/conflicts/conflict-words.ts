/** What a conflict is about and what became of it, in sentences. */
import type { Conflict, ConflictOutcome, ConflictStatus } from '@wellpulse/contracts';
import { DELETION, isDeletion } from '@wellpulse/domain';
import { words } from '../../lib/language.ts';

export const CONFLICT_STATUS_NAMES: Record<ConflictStatus, string> = {
  OPEN: 'Open',
  SETTLED: 'Settled by the rules',
  RESOLVED: 'Chosen',
  UNDONE: 'Taken back',
};

export const CONFLICT_OUTCOME_NAMES: Record<ConflictOutcome, string> = {
  USER_PROMPT: 'A person chooses',
  OVERWRITE: 'The new one won',
  SKIP: 'The standing one won',
  MERGE: 'Both stand',
};

export const nameOf = ({ userName }: Conflict['existing']): string => userName ?? 'Somebody';

/** "Acme #7, Fri 24 Oct 2025", "Acme #7, Pump jack PJ-1". */
export function conflictTitle({ wellName, productionDate, subject }: Conflict): string {
  const what = productionDate === null ? subjectWords(subject) : words.formatDayFull(productionDate);
  return `${wellName}, ${what}`;
}

/** The API names an item by its type's code and its serial number. */
function subjectWords(subject: string | null): string {
  if (subject === null) return 'an item';
  const [code = '', ...serial] = subject.split(' ');
  const type = code.toLowerCase().replaceAll('_', ' ');
  return [`${type.charAt(0).toUpperCase()}${type.slice(1)}`, ...serial].join(' ');
}

/** One sentence or two: what the rules or a person made of it. */
export function outcomeSentence(conflict: Conflict): string {
  const { status, outcome, existing, incoming, resolvedByName } = conflict;
  const who = resolvedByName ?? 'Somebody';
  if (status === 'OPEN') return openSentence(conflict);
  if (status === 'RESOLVED') return chosenSentence(conflict, who);
  if (status === 'UNDONE') {
    const back = outcome === 'OVERWRITE' ? existing : incoming;
    return `${who} took back what the rules did: ${possessive(nameOf(back))} side was restored.`;
  }
  if (outcome === 'MERGE') return 'They changed different values, so both changes stand.';
  if (isDeletion(conflict)) return deletionSentence(conflict);
  if (outcome === 'SKIP') return `${possessive(nameOf(existing))} was the later one, so it stayed.`;
  return conflict.fields.length === 1
    ? `${possessive(nameOf(incoming))} was the later one, so it counts.`
    : `Value by value the later one counts; ${possessive(nameOf(incoming))} won at least one.`;
}

const openSentence = (conflict: Conflict): string =>
  isDeletion(conflict)
    ? `The record was not deleted: ${nameOf(conflict.existing)} had changed it meanwhile. Somebody has to choose.`
    : `Nothing of ${possessive(nameOf(conflict.incoming))} entry was applied yet. Somebody has to choose.`;

const deletionSentence = ({ outcome, existing, incoming }: Conflict): string =>
  outcome === 'SKIP'
    ? `${possessive(nameOf(existing))} change was the later one, so the record was not deleted.`
    : `${possessive(nameOf(incoming))} deletion was the later one, so the record was deleted.`;

function chosenSentence({ choice, existing, incoming }: Conflict, who: string): string {
  if (choice === 'EXISTING') return `${who} kept what was there, ${possessive(nameOf(existing))}.`;
  if (choice === 'INCOMING') return `${who} took ${possessive(nameOf(incoming))}.`;
  return `${who} merged the two.`;
}

/** "Jo Ortiz’s". */
const possessive = (name: string): string => `${name}’s`;

/** What a side's column is called. */
export const sideNames = (conflict: Conflict): { existing: string; incoming: string } => ({
  existing: conflict.fields.includes(DELETION) ? 'Changed meanwhile' : 'Was there',
  incoming: 'Came in',
});
