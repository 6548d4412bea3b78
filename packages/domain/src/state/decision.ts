/** What becomes of an event. A refusal is a value of the catalogue, never an exception. */
import { formatPath, type ConflictRecord, type FieldError, type ProblemCode } from '@wellpulse/contracts';

/** Why rules refuse an event: the problems of the catalogue that are about what it wants, and not about a request. */
export type RefusalCode = Extract<
  ProblemCode,
  | `${'ALERT' | 'CONFLICT' | 'DEVICE' | 'EQUIPMENT' | 'PHOTO' | 'PRODUCTION' | 'RECORD' | 'USER' | 'WELL'}_NOT_FOUND`
  | `${'API_NUMBER' | 'EMAIL' | 'SERIAL_NUMBER'}_TAKEN`
  | `CONFLICT_NOT_${'REOPENABLE' | 'UNDOABLE'}`
  | 'ALERT_CLEARED'
  | 'BASE_MISSING'
  | 'DATE_IN_FUTURE'
  | 'DEVICE_REVOKED'
  | 'EQUIPMENT_DELETED'
  | 'FORBIDDEN'
  | 'LAST_ADMIN'
  | 'PRODUCTION_EXISTS'
  | 'VALIDATION_FAILED'
  | 'VERSION_CONFLICT'
  | 'WEB_DEVICES_FORBIDDEN'
  | 'WELL_PLUGGED'
>;

/** An event that the rules refuse. Nothing has changed. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly errors?: readonly FieldError[];
  /** The record that stands in the way, as it is now. */
  readonly current?: unknown;
}

/** An event that the rules accept. The workset holds what it changed. */
export interface Acceptance {
  readonly ok: true;
  readonly recordId: string;
  /** False when every value already was as wanted: nothing is written, nothing is logged. */
  readonly changed: boolean;
  /** Where the event met another change: what both sides said and what became of them. */
  readonly conflict?: ConflictRecord;
}

/** What the rules make of an event. */
export type Decision = Acceptance | Refusal;

/**
 * Why an event got no decision: a rule itself failed on it, or the database, the last line of defence, does not take
 * its values.
 */
export interface WriteFailure {
  readonly ok: false;
  readonly code: 'RULE_FAILED' | 'REFUSED_BY_DATABASE';
}

/** A decision, or that there is none: a rule failed, or the database did not take the values. */
export type Judgement = Decision | WriteFailure;

/**
 * Whether the rules decided.
 *
 * @example
 * isDecision({ ok: false, code: 'RULE_FAILED' }); // false
 */
export const isDecision = (judgement: Judgement): judgement is Decision =>
  judgement.ok || (judgement.code !== 'REFUSED_BY_DATABASE' && judgement.code !== 'RULE_FAILED');

export const accepted = (recordId: string, changed = true): Acceptance => ({ ok: true, recordId, changed });

/** A refusal with a code of the catalogue of problems. */
export const refused = (code: RefusalCode, details: Omit<Refusal, 'ok' | 'code'> = {}): Refusal => ({
  ok: false,
  code,
  ...details,
});

/** A refusal because of one field of the payload. */
export const refusedField = (code: RefusalCode, path: readonly PropertyKey[], message: string): Refusal =>
  refused(code, { errors: [{ path: formatPath(path), message }] });
