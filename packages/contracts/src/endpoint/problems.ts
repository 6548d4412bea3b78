/**
 * The catalogue of problems: every error that a caller of the API can meet, with its stable code. Answers are
 * RFC 9457 `application/problem+json`. A code that is not here can't be sent.
 */
import { z } from 'zod';
import { message } from '../messages/messages.ts';

interface ProblemKind {
  readonly status: number;
  readonly title: string;
}

/** Every problem that a caller can meet: its HTTP status and its title in English. The codes never change. */
export const PROBLEMS = {
  VALIDATION_FAILED: { status: 400, title: 'Some values are not acceptable' },
  DATE_IN_FUTURE: { status: 400, title: 'The day has not come yet' },
  MALFORMED_REQUEST: { status: 400, title: 'The request could not be read' },
  PHOTO_MISMATCH: { status: 400, title: 'What arrived is not the photo that was announced' },
  PHOTO_UNREADABLE: { status: 400, title: 'The picture is damaged or cannot be opened' },
  UNAUTHENTICATED: { status: 401, title: 'Sign in to go on' },
  INVALID_CREDENTIALS: { status: 401, title: 'The company, e-mail or password is wrong' },
  FORBIDDEN: { status: 403, title: 'Your role does not allow this' },
  TENANT_SUSPENDED: { status: 403, title: 'This tenant is suspended' },
  DEVICE_REVOKED: { status: 403, title: 'This device is not registered any more' },
  DEVICE_MISMATCH: { status: 403, title: 'This session is not of that device' },
  WEB_DEVICES_FORBIDDEN: { status: 403, title: 'Your company does not allow this app in a browser' },
  USER_SUSPENDED: { status: 403, title: 'This user is suspended' },
  ROUTE_NOT_FOUND: { status: 404, title: 'There is nothing at this address' },
  WELL_NOT_FOUND: { status: 404, title: 'There is no such well' },
  PRODUCTION_NOT_FOUND: { status: 404, title: 'There is no such production record' },
  EQUIPMENT_NOT_FOUND: { status: 404, title: 'There is no such item of equipment' },
  MAINTENANCE_NOT_FOUND: { status: 404, title: 'There is no such maintenance log' },
  PHOTO_NOT_FOUND: { status: 404, title: 'There is no such photo' },
  DEVICE_NOT_FOUND: { status: 404, title: 'There is no such device' },
  CONFLICT_NOT_FOUND: { status: 404, title: 'There is no such conflict' },
  RECORD_NOT_FOUND: { status: 404, title: 'There is no such record any more' },
  USER_NOT_FOUND: { status: 404, title: 'There is no such user' },
  ALERT_NOT_FOUND: { status: 404, title: 'There is no such alert' },
  METHOD_NOT_ALLOWED: { status: 405, title: 'This address does not take this method' },
  PRODUCTION_EXISTS: { status: 409, title: 'There is already a record for this well and day' },
  VERSION_CONFLICT: { status: 409, title: 'Somebody changed this record since you read it' },
  API_NUMBER_TAKEN: { status: 409, title: 'Another well has this API number' },
  SERIAL_NUMBER_TAKEN: { status: 409, title: 'Another item has this serial number' },
  PHOTO_NOT_UPLOADED: { status: 409, title: 'The bytes of this photo have not arrived' },
  EQUIPMENT_DELETED: { status: 409, title: 'This item of equipment was deleted' },
  CONFLICT_NOT_UNDOABLE: { status: 409, title: 'There is nothing to undo in this conflict' },
  CONFLICT_NOT_REOPENABLE: { status: 409, title: 'Nobody has chosen in this conflict' },
  EMAIL_TAKEN: { status: 409, title: 'Another user has this e-mail address' },
  LAST_ADMIN: { status: 409, title: 'The last active administrator must stay one' },
  WELL_PLUGGED: { status: 409, title: 'This well is plugged, which is final' },
  ALERT_CLEARED: { status: 409, title: 'The alert has cleared by itself' },
  BASE_MISSING: { status: 409, title: 'What this rests on has not come yet' },
  CURSOR_UNREADABLE: { status: 410, title: 'This server cannot read the cursor: begin anew without one' },
  LOG_REPLACED: { status: 410, title: 'The server was put back to an older state' },
  PAYLOAD_TOO_LARGE: { status: 413, title: 'The request is too large' },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, title: 'This content type is not accepted here' },
  PROTOCOL_TOO_OLD: { status: 426, title: 'This app is too old for the server: update the app' },
  IDEMPOTENCY_KEY_REUSED: { status: 422, title: 'This idempotency key was used for another body' },
  TOO_MANY_REQUESTS: { status: 429, title: 'Too many requests' },
  INTERNAL: { status: 500, title: 'The server failed; nothing was saved' },
  TENANT_SCHEMA_OUTDATED: { status: 503, title: "The tenant's database is waiting for a migration" },
  UNAVAILABLE: { status: 503, title: 'The server cannot answer right now' },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

/** What is wrong with one value of a request. */
export const fieldErrorSchema = z.object({
  path: z.string().meta({ description: 'Where the value stands, such as entries[3].oilVolume' }),
  message: z.string(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** The body of an answer that is no success (RFC 9457). */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    code: z.enum(PROBLEM_CODES),
    errors: z.array(fieldErrorSchema).optional(),
    existing: z.unknown().optional().meta({ description: 'PRODUCTION_EXISTS: the record that is there' }),
    current: z.unknown().optional().meta({ description: 'VERSION_CONFLICT: the record as it is now' }),
    requestId: z.string().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

/** Turns a zod issue path into the form that problems use: `['entries', 3, 'oilVolume']` -> `entries[3].oilVolume`. */
export const formatPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    return text === '' ? String(key) : `${text}.${String(key)}`;
  }, '');

/** A body may hold thousands of unknown fields; an answer names this many of one object. */
const MAX_UNKNOWN_NAMED = 20;

/**
 * The field errors of a failed parse, with paths relative to `prefix`. An unknown field is named by its own path.
 *
 * @example
 * const parsed = daySchema.safeParse('yesterday');
 * if (!parsed.success) showErrors(fieldErrors(parsed.error, ['productionDate']));
 */
export const fieldErrors = (error: z.ZodError, prefix: readonly PropertyKey[] = []): FieldError[] =>
  error.issues.flatMap((issue) => {
    const path = [...prefix, ...issue.path];
    if (issue.code !== 'unrecognized_keys') return [{ path: formatPath(path), message: issue.message }];
    return issue.keys
      .slice(0, MAX_UNKNOWN_NAMED)
      .map((key) => ({ path: formatPath([...path, key]), message: message('unknownField') }));
  });
