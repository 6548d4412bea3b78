/** Why an entry from a device was refused, in words, whatever the server could say of it. */
import { SYNC_FAILURES, type SyncFailureCode } from '@wellpulse/contracts';
import { words } from '../../lib/language.ts';

const WORDS: Record<SyncFailureCode, string> = {
  VALIDATION_FAILED: 'It holds values that are not allowed',
  SIGNATURE_INVALID: 'It is not signed with a key that its author has here',
  EVENT_ID_REUSED: 'Another entry came under the same id before',
  EVENT_TYPE_UNKNOWN: 'This server does not know entries of its kind',
  EVENT_TOO_LARGE: 'It is too large',
  WELL_NOT_FOUND: 'The well is not there, or was removed',
  WELL_PLUGGED: 'The well was plugged',
  EQUIPMENT_NOT_FOUND: 'The item is not there, or was removed',
  EQUIPMENT_DELETED: 'The item was deleted',
  SERIAL_NUMBER_TAKEN: 'Another item has this serial number',
  RECORD_NOT_FOUND: 'The record that it changes was deleted',
  DATE_IN_FUTURE: 'Its day has not come yet',
  FORBIDDEN: 'The role of whoever entered it does not allow this',
  TENANT_MISMATCH: 'It belongs to another company',
  AUTHOR_UNKNOWN: 'Whoever entered it is not known here',
  EVENT_TOO_NEW: 'It was made by a newer app than this server knows',
  BASE_MISSING: 'The server was put back, and what it rests on has not come again',
  INTERNAL: 'The server could not take it this time',
};

const isKnown = (code: string): code is SyncFailureCode => SYNC_FAILURES.some((known) => known === code);

/** A reason that speaks of a field names it as the protocol does: "productionDate: Must not be after today". */
const OF_FIELD = /^(\w+)[\w.]*: (.)(.*)$/s;

/** The server's own reason says more where there is one; where it is about a field, in the words of the screen. */
export function refusalWords({ code, reason }: { readonly code: string; readonly reason: string }): string {
  const parts = reason.split('; ').filter((part) => part !== '');
  if (parts.length > 0) return `${parts.map(inWords).join('; ')}${/[.!?]$/.test(reason) ? '' : '.'}`;
  return isKnown(code) ? `${WORDS[code]}.` : 'The server refused it without a reason.';
}

function inWords(part: string): string {
  const [, field, first, rest] = OF_FIELD.exec(part) ?? [];
  if (field === undefined || first === undefined || rest === undefined) return part;
  return `${words.fieldName(field)} ${first.toLowerCase()}${rest}`;
}
