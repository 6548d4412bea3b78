/** What a conflict is about and what became of it. `whose` is a name in the possessive, as `possessive` makes it. */
import type { ConflictOutcome, ConflictStatus } from '@wellpulse/contracts';
import type { ConflictRule } from '@wellpulse/domain';
import { counted } from '../lib/decimal.ts';

const statusNames: Readonly<Record<ConflictStatus, string>> = {
  OPEN: 'Open',
  SETTLED: 'Settled by the rules',
  RESOLVED: 'Chosen',
  UNDONE: 'Undone',
  WITHDRAWN: 'Withdrawn by its author',
};

const outcomeNames: Readonly<Record<ConflictOutcome, string>> = {
  USER_PROMPT: 'A person chooses',
  OVERWRITE: 'The second counts',
  SKIP: 'The first counts',
  MERGE: 'Both stand',
};

/** Why a value counts, said under it. */
const ruleNames: Readonly<Record<ConflictRule, string>> = {
  LATER: 'The later entry',
  NOT_HELD: 'The other device did not hold the record',
  ALONE: 'Nobody else changed it',
  AGREED: 'Both say the same',
  CHOSEN: 'Chosen by a person',
  UNDONE: 'Restored by a person',
};

export const conflicts = {
  statusNames,
  outcomeNames,
  ruleNames,
  /** An item of equipment that is not known here. */
  someItem: 'an item',
  possessive: (name: string) => `${name}’s`,

  /** Said to the person whose entry met another change. */
  mergeReason: 'Somebody else changed other values of this record in the meantime. Both changes were kept.',
  takenBackReason: 'What you had entered is taken back. What others entered stands.',
  /** `fields` are their names with commas between them. */
  contested: (fields: string, count: number) =>
    `Somebody else changed ${count === 1 ? 'this value' : 'these values'} in the meantime: ${fields}.`,
  laterKept: 'This later entry was kept.',
  theirsKept: 'Their later entry was kept.',
  mustChoose: 'Somebody has to choose.',

  /** Said to everybody who reads the conflict. */
  deletionOpen: (name: string) => `The record was not deleted: ${name} had changed it meanwhile.`,
  notApplied: (whose: string) => `Nothing of ${whose} entry was applied yet.`,
  undid: (who: string, whose: string) => `${who} undid what the rules did: ${whose} side was restored.`,
  withdrawn: (who: string) =>
    `${who} deleted what they had entered themselves, so there is nothing left to settle.`,
  ownTakenBack: (name: string) =>
    `${name} deleted what they had entered themselves; what others entered stands.`,
  differentValues: 'They changed different values, so both changes stand.',
  notDeleted: (whose: string) => `${whose} change was the later one, so the record was not deleted.`,
  deleted: (whose: string) => `${whose} deletion was the later one, so the record was deleted.`,
  stayed: (whose: string) => `${whose} was the later one, so it stayed.`,
  notHeld: (whoseDevice: string, whose: string) =>
    `${whoseDevice} device did not hold the record, so ${whose} entry stayed.`,
  counts: (whose: string) => `${whose} was the later one, so it counts.`,
  countsByValue: (whose: string) => `Value by value the later one counts; ${whose} won at least one.`,
  kept: (who: string, whose: string) => `${who} kept the first, ${whose}.`,
  took: (who: string, whose: string) => `${who} took ${whose}.`,
  merged: (who: string) => `${who} merged the two.`,

  /** What the columns of the two sides are called. */
  wasThere: 'Came first',
  changedMeanwhile: 'Changed meanwhile',
  cameIn: 'Came second',

  settledSince: (count: number) =>
    `${counted(count, 'conflict', 'conflicts')} settled by the rules since you looked`,
};
