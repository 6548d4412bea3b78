/** What becomes of one event of a batch: settled for good, or to be sent again. */
import {
  PROBLEMS,
  type ConflictRecord,
  type SyncAnswer,
  type SyncConflict,
  type SyncFailure,
  type SyncFailureCode,
  message,
  storableText,
} from '@wellpulse/contracts';
import { isDecision, type Judgement, type Refusal, type RefusalCode } from '../../state/decision.ts';

/** What became of one event of a batch. */
export type EventOutcome =
  | { readonly result: 'SYNCED' }
  | ({ readonly result: 'CONFLICT' } & Omit<SyncConflict, 'eventId'>)
  | ({ readonly result: 'FAILED' } & Omit<SyncFailure, 'eventId'>);

export const SYNCED: EventOutcome = { result: 'SYNCED' };

/** Settled, and never taken: the person re-enters or skips. */
export const failed = (code: SyncFailureCode, reason: string): EventOutcome => ({
  result: 'FAILED',
  code,
  // It may quote what was sent, and is kept in a database that refuses some characters.
  reason: storableText(reason),
  retryable: false,
});

/** Nothing is settled: the device sends it again later. */
export const retryLater = (code: SyncFailureCode, reason: string): EventOutcome => ({
  result: 'FAILED',
  code,
  reason,
  retryable: true,
});

const FAILED_HERE = retryLater('INTERNAL', message('serverFailed'));

export const BASE_MISSING = retryLater('BASE_MISSING', message('baseMissing'));

export const isRetryable = (outcome: EventOutcome): boolean =>
  outcome.result === 'FAILED' && outcome.retryable;

/** Says what became of a conflict, in a sentence. The rules give what it is about; who speaks to people says it. */
export type ConflictReason = (conflict: Pick<ConflictRecord, 'outcome' | 'fields' | 'eventType'>) => string;

/** What a device is told of its event. A rule that failed is to be repaired: the device sends the event again. */
export function outcomeOf(judgement: Judgement, conflictReason: ConflictReason): EventOutcome {
  if (!isDecision(judgement)) {
    return judgement.code === 'RULE_FAILED'
      ? FAILED_HERE
      : failed('VALIDATION_FAILED', message('entryNotStorable'));
  }
  if (!judgement.ok && judgement.code === 'BASE_MISSING') return BASE_MISSING;
  if (!judgement.ok) return failed(failureCode(judgement.code), reasonOf(judgement));
  return judgement.conflict === undefined ? SYNCED : met(judgement.conflict, conflictReason);
}

const met = (conflict: ConflictRecord, conflictReason: ConflictReason): EventOutcome => ({
  result: 'CONFLICT',
  conflictId: conflict.id,
  reason: conflictReason(conflict),
  existingData: conflict.existingData,
  incomingData: conflict.incomingData,
  resolution: conflict.outcome,
});

/** What the protocol calls a refusal for which it has no code of that name. Whatever no event of a device meets would be a wrong value. */
const COARSER_CODES: Readonly<Record<Exclude<RefusalCode, SyncFailureCode>, SyncFailureCode>> = {
  ALERT_NOT_FOUND: 'RECORD_NOT_FOUND',
  CONFLICT_NOT_FOUND: 'RECORD_NOT_FOUND',
  PHOTO_NOT_FOUND: 'RECORD_NOT_FOUND',
  PRODUCTION_NOT_FOUND: 'RECORD_NOT_FOUND',
  ALERT_CLEARED: 'VALIDATION_FAILED',
  API_NUMBER_TAKEN: 'VALIDATION_FAILED',
  CONFLICT_NOT_REOPENABLE: 'VALIDATION_FAILED',
  CONFLICT_NOT_UNDOABLE: 'VALIDATION_FAILED',
  DEVICE_NOT_FOUND: 'VALIDATION_FAILED',
  DEVICE_REVOKED: 'VALIDATION_FAILED',
  EMAIL_TAKEN: 'VALIDATION_FAILED',
  LAST_ADMIN: 'VALIDATION_FAILED',
  PRODUCTION_EXISTS: 'VALIDATION_FAILED',
  USER_NOT_FOUND: 'VALIDATION_FAILED',
  VERSION_CONFLICT: 'VALIDATION_FAILED',
  WEB_DEVICES_FORBIDDEN: 'VALIDATION_FAILED',
};

const failureCode = (code: RefusalCode): SyncFailureCode => (isCoarser(code) ? COARSER_CODES[code] : code);

const isCoarser = (code: RefusalCode): code is keyof typeof COARSER_CODES => code in COARSER_CODES;

const reasonOf = ({ code, errors = [] }: Refusal): string =>
  errors.length === 0
    ? `${PROBLEMS[code].title}.`
    : errors.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ');

/**
 * The answer to a batch. Each event id stands in exactly one list: a map can't say otherwise.
 *
 * @example
 * toAnswer(new Map([['e', { result: 'SYNCED' }]]), '2025-10-20T12:00:00.000Z').synced; // ['e']
 */
export function toAnswer(outcomes: ReadonlyMap<string, EventOutcome>, serverTime: string): SyncAnswer {
  const answer: SyncAnswer = { synced: [], conflicts: [], failed: [], serverTime };
  for (const [eventId, outcome] of outcomes) {
    if (outcome.result === 'SYNCED') answer.synced.push(eventId);
    else if (outcome.result === 'CONFLICT') {
      const { result: _, ...conflict } = outcome;
      answer.conflicts.push({ eventId, ...conflict });
    } else {
      const { result: _, ...failure } = outcome;
      answer.failed.push({ eventId, ...failure });
    }
  }
  return answer;
}
