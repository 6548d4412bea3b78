/**
 * What a person entered becomes an event. One transaction holds the event with the next number and its place in the queue. It
 * also holds the row on the screen and what belongs to its photos. When it resolves, all of that is on the disk; before, none
 * of it.
 */
import {
  EVENTS,
  fieldErrors,
  MAX_EVENT_BYTES,
  mayAccess,
  type DeviceEvent,
  type FieldError,
  type ProblemCode,
  type TenantSettings,
  message,
} from '@wellpulse/contracts';
import {
  applyEvent,
  present,
  type AlertRow,
  type Decision,
  type DomainEvent,
  type Refusal,
} from '@wellpulse/domain';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { sql } from 'kysely';
import { lookAtClock } from '../clock/stretches.ts';
import { keptQuery, type Db } from '../database/kysely-on.ts';
import type { SqlValue } from '../ports/sqlite.ts';
import type { EventLogTable } from '../database/schema.ts';
import { recordKey, recordOf, sourceOf, domainEventOf, type DeviceEntry } from '../events/device-events.ts';
import { signEvent } from '../events/sign-event.ts';
import { reproject } from '../local-projection/reproject.ts';
import { tenantRules } from '../session/tenant-rules.ts';
import { instantOf, newId } from '../ports/ids.ts';
import { assignPhotos, checkPhotos } from '../photos/event-photos.ts';
import type { Clock } from '../ports/clock.ts';
import type { PersonKeys } from '../ports/person-keys.ts';
import { requireInUse } from '../session/retiring.ts';
import { requireDevice, requirePerson, type Person } from '../session/device-store.ts';
import { loadWorkset } from './load-workset.ts';
import { baseVersionOf } from './base-version.ts';

/** The entry is saved: it is on the disk, and waits to be sent. */
export interface Recorded {
  readonly ok: true;
  readonly event: DeviceEvent;
  /** Variances that the entry causes, as far as this device can know. */
  readonly alerts: readonly AlertRow[];
}

/** Nothing was saved: the entry breaks a rule. */
export interface NotRecorded {
  readonly ok: false;
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];
  readonly current?: unknown;
}

/** What an entry gets its time and its signature from. */
export interface Recorder {
  readonly clock: Clock;
  readonly keys: PersonKeys;
}

/** Records inside the caller's transaction. `correctsId` is the failed event that this one is entered instead of. */
export async function recordEvent(
  db: Db,
  { clock, keys }: Recorder,
  entry: DeviceEntry,
  correctsId: string | null = null,
): Promise<Recorded | NotRecorded> {
  const device = await requireDevice(db);
  await requireInUse(db);
  const person = await requirePerson(db);
  if (!mayAccess(person.role, 'ENTER')) return refusal('FORBIDDEN');
  const payload = EVENTS[entry.eventType].payload.safeParse(entry.payload);
  if (!payload.success) return refusal('VALIDATION_FAILED', fieldErrors(payload.error));

  const { event, text } = await signEvent(
    {
      id: newId(clock),
      tenantId: device.tenant_id,
      deviceId: device.device_id,
      deviceSequence: device.last_sequence + 1,
      userId: person.id,
      eventType: entry.eventType,
      aggregateId: entry.aggregateId.toLowerCase(),
      baseVersion: await baseVersionOf(db, recordOf({ ...entry, payload: payload.data })),
      timestamp: instantOf(clock.now()),
      payload: payload.data,
    },
    keys,
  );
  if (utf8ToBytes(text).length > MAX_EVENT_BYTES) return tooLong();
  const domainEvent = domainEventOf(event, payload.data, sourceOf(device.platform));
  const settings = tenantRules(device);
  const { decision, alerts } = await judge(db, domainEvent, settings, person);
  if (!decision.ok) return notRecorded(decision);
  const wrongPhoto = await checkPhotos(db, domainEvent);
  if (wrongPhoto !== null) return notRecorded(wrongPhoto);

  await giveNumber(db, event.deviceSequence);
  const { id: stretchId } = await lookAtClock(db, clock);
  await insertEvent(db, { event, text }, { origin: 'OWN', correctsId, stretchId });
  await assignPhotos(db, domainEvent);
  await reproject(db, { settings, platform: device.platform }, [recordKey(recordOf(event))]);
  return { ok: true, event, alerts };
}

/** Puts an event into the log and the queue. */
export async function insertEvent(
  db: Db,
  { event, text }: { readonly event: DeviceEvent; readonly text: string },
  {
    origin,
    stretchId,
    correctsId = null,
  }: { origin: 'OWN' | 'IMPORTED'; stretchId: string | null; correctsId?: string | null },
): Promise<void> {
  const values: Readonly<Record<LoggedColumn, SqlValue>> = {
    id: event.id,
    device_id: event.deviceId,
    device_sequence: event.deviceSequence,
    user_id: event.userId,
    event_type: event.eventType,
    aggregate_id: event.aggregateId,
    record_key: recordKey(recordOf(event)),
    timestamp: event.timestamp,
    event: text,
    signature: event.signature,
    origin,
    corrects_id: correctsId,
    stretch_id: stretchId,
  };
  await logEvent(db, ...LOGGED_COLUMNS.map((column) => values[column]));
  await queueEvent(db, event.id);
}

const LOGGED_COLUMNS = [
  'id',
  'device_id',
  'device_sequence',
  'user_id',
  'event_type',
  'aggregate_id',
  'record_key',
  'timestamp',
  'event',
  'signature',
  'origin',
  'corrects_id',
  'stretch_id',
] as const satisfies readonly (keyof EventLogTable)[];
type LoggedColumn = (typeof LOGGED_COLUMNS)[number];

const giveNumber = keptQuery((db, last: number) =>
  db.updateTable('device').set({ last_sequence: last }).compile(),
);
const logEvent = keptQuery((db, ...values: readonly SqlValue[]) =>
  sql`insert into event_log (${sql.join(LOGGED_COLUMNS.map((column) => sql.ref(column)))})
    values (${sql.join(values)})`.compile(db),
);
const queueEvent = keptQuery((db, id: string) =>
  db.insertInto('sync_queue').values({ event_id: id }).compile(),
);

async function judge(
  db: Db,
  event: DomainEvent,
  settings: TenantSettings,
  { id, role }: Person,
): Promise<{ decision: Decision; alerts: AlertRow[] }> {
  const workset = await loadWorkset(db, event, settings);
  // Judged as if it came from the dashboard: the person sees the record as it is here.
  const decision = applyEvent(workset, { ...event, deviceId: null, baseVersion: null }, present(id, role));
  return { decision, alerts: workset.alerts.changed().filter(({ status }) => status === 'OPEN') };
}

const refusal = (code: ProblemCode, errors: readonly FieldError[] = []): NotRecorded => ({
  ok: false,
  code,
  errors,
});

const tooLong = (): NotRecorded =>
  refusal('VALIDATION_FAILED', [{ path: '', message: message('entryTooLong') }]);

const notRecorded = ({ code, errors = [], current }: Refusal): NotRecorded => ({
  ok: false,
  code,
  errors,
  ...(current === undefined ? {} : { current }),
});
