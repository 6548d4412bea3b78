/**
 * One good request for every endpoint of the protocol map. The tests of roles and of tenants walk over all of them;
 * an endpoint without a sample here does not compile, and fails those tests.
 */
import { urlOf, type CallRequest } from '@wellpulse/api-client';
import { endpoints, type EndpointDefinition, type ImportMappingInput } from '@wellpulse/contracts';
import {
  aLog,
  anEntry,
  anItem,
  type ApiCaller,
  aUser,
  aWell,
  TEST_PASSWORD,
  TestDevice,
} from '@wellpulse/testing';
import { PhotoDesk } from './photo-desk.ts';
import { aJpeg } from './pictures.ts';
import type { TestTenant } from './tenants.ts';

/** What a request may point at. */
export interface Ids {
  readonly wellId: string;
  /** A record of the well on `date`. */
  readonly productionId: string;
  readonly date: string;
  /** An open alert of the well on `date`. */
  readonly alertId: string;
  readonly userId: string;
  /** An item of the well. */
  readonly equipmentId: string;
  /** A maintenance log of the item. */
  readonly maintenanceId: string;
  /** A stored photo of the item. */
  readonly photoId: string;
  /** A stored photo of the well. */
  readonly wellPhotoId: string;
  readonly deviceId: string;
  /** Of the record, undoable. */
  readonly conflictId: string;
  /** Of the day before, undone. */
  readonly undoneConflictId: string;
  /** An entry of somebody who left, of another day. */
  readonly waitingId: string;
}

type Groups = typeof endpoints;
type Definition = { [Group in keyof Groups]: Groups[Group][keyof Groups[Group]] }[keyof Groups];
type OperationOf<Endpoint extends EndpointDefinition> = `${Endpoint['method']} ${Endpoint['path']}`;
/** Multipart bodies are outside of what the typed client knows. */
type SampleFor<Endpoint extends EndpointDefinition> = Endpoint extends { readonly consumes: string }
  ? Omit<CallRequest<Endpoint>, 'body'> & { readonly body: FormData }
  : CallRequest<Endpoint>;
type Samples = {
  readonly [Endpoint in Definition as OperationOf<Endpoint>]: (ids: Ids) => SampleFor<Endpoint>;
};

const PHOTO = await aJpeg();
const NEW_PASSWORD = 'crown-block-and-sheaves-9';

const SAMPLES: Samples = {
  'POST /auth/login': () => ({ body: { tenant: 'nobody', email: 'nobody@test.example', password: 'x' } }),
  'POST /auth/refresh': () => ({ body: { refreshToken: 'x' } }),
  'POST /auth/logout': () => ({ body: { refreshToken: 'x' } }),
  'GET /auth/me': () => ({}),
  'POST /auth/change-password': () => ({
    body: { currentPassword: TEST_PASSWORD, newPassword: NEW_PASSWORD },
  }),

  'GET /users': () => ({ query: { limit: '1000' } }),
  'GET /colleagues': () => ({}),
  'POST /users': () => ({ body: aUser() }),
  'GET /users/:userId': ({ userId }) => ({ params: { userId } }),
  'PUT /users/:userId': ({ userId }) => ({ params: { userId }, body: { version: 1, name: 'Renamed' } }),
  'DELETE /users/:userId': ({ userId }) => ({ params: { userId } }),

  'GET /wells': () => ({ query: { limit: '1000' } }),
  'GET /routes': () => ({}),
  'POST /wells': () => ({ body: aWell() }),
  'GET /wells/:wellId': ({ wellId }) => ({ params: { wellId } }),
  'PUT /wells/:wellId': ({ wellId }) => ({ params: { wellId }, body: { version: 1, name: 'Renamed' } }),
  'DELETE /wells/:wellId': ({ wellId }) => ({ params: { wellId } }),

  'POST /wells/:wellId/production': ({ wellId }) => ({
    params: { wellId },
    body: anEntry({ productionDate: '2025-01-01' }),
  }),
  'POST /wells/:wellId/production/bulk': ({ wellId }) => ({
    params: { wellId },
    body: { entries: [anEntry({ productionDate: '2025-01-02' })] },
  }),
  'GET /wells/:wellId/production': ({ wellId }) => ({ params: { wellId }, query: {} }),
  'GET /wells/:wellId/production/summary': ({ wellId }) => ({ params: { wellId }, query: { by: 'month' } }),
  'GET /wells/:wellId/production/series': ({ wellId }) => ({ params: { wellId }, query: {} }),
  'GET /wells/:wellId/production/:date': ({ wellId, date }) => ({ params: { wellId, date } }),
  'PUT /wells/:wellId/production/:id': ({ wellId, productionId: id }) => ({
    params: { wellId, id },
    body: { version: 1, notes: 'Changed' },
  }),
  'DELETE /wells/:wellId/production/:id': ({ wellId, productionId: id }) => ({ params: { wellId, id } }),
  'GET /wells/:wellId/production/:id/history': ({ wellId, productionId: id }) => ({ params: { wellId, id } }),
  'GET /production': ({ date }) => ({ query: { date } }),

  'GET /alerts': ({ wellId }) => ({ query: { wellId } }),
  'POST /alerts/:alertId/acknowledge': ({ alertId }) => ({ params: { alertId }, body: { comment: 'Seen' } }),
  'POST /alerts/acknowledge': ({ wellId, date }) => ({ body: { to: date, wellId } }),

  'GET /equipment': () => ({ query: { limit: '1000', sort: 'nextMaintenanceDate' } }),
  'GET /wells/:wellId/equipment': ({ wellId }) => ({ params: { wellId }, query: {} }),
  'POST /wells/:wellId/equipment': ({ wellId }) => ({ params: { wellId }, body: anItem() }),
  'GET /equipment/:equipmentId': ({ equipmentId }) => ({ params: { equipmentId } }),
  'PUT /equipment/:equipmentId': ({ equipmentId }) => ({
    params: { equipmentId },
    body: { version: 1, status: 'FAILED' },
  }),
  'DELETE /equipment/:equipmentId': ({ equipmentId }) => ({ params: { equipmentId } }),
  'GET /equipment/:equipmentId/history': ({ equipmentId }) => ({ params: { equipmentId } }),

  'POST /equipment/:equipmentId/maintenance': ({ equipmentId }) => ({
    params: { equipmentId },
    body: aLog(),
  }),
  'GET /equipment/:equipmentId/maintenance': ({ equipmentId }) => ({ params: { equipmentId }, query: {} }),
  'GET /equipment/:equipmentId/maintenance/:maintenanceId': ({ equipmentId, maintenanceId }) => ({
    params: { equipmentId, maintenanceId },
  }),
  'GET /maintenance': () => ({ query: { limit: '1000' } }),
  'GET /maintenance/due': () => ({ query: { limit: '1000' } }),
  'GET /maintenance/calendar': () => ({ query: {} }),
  'GET /maintenance/costs': () => ({ query: { by: 'equipment' } }),

  'GET /equipment/:ownerId/photos': ({ equipmentId }) => ({ params: { ownerId: equipmentId } }),
  'GET /equipment/:ownerId/photos/:photoId': ({ equipmentId, photoId }) => ({
    params: { ownerId: equipmentId, photoId },
  }),
  'POST /equipment/:ownerId/photos/upload-url': ({ equipmentId }) => ({
    params: { ownerId: equipmentId },
    body: announcement(),
  }),
  'POST /equipment/:ownerId/photos/:photoId/confirm': ({ equipmentId, photoId }) => ({
    params: { ownerId: equipmentId, photoId },
  }),
  'POST /equipment/:ownerId/photos': ({ equipmentId }) => ({
    params: { ownerId: equipmentId },
    body: photoBody(),
  }),

  'GET /wells/:ownerId/photos/:photoId': ({ wellId, wellPhotoId: photoId }) => ({
    params: { ownerId: wellId, photoId },
  }),
  'POST /wells/:ownerId/photos/upload-url': ({ wellId }) => ({
    params: { ownerId: wellId },
    body: announcement(),
  }),
  'POST /wells/:ownerId/photos/:photoId/confirm': ({ wellId, wellPhotoId: photoId }) => ({
    params: { ownerId: wellId, photoId },
  }),
  'POST /wells/:ownerId/photos': ({ wellId }) => ({ params: { ownerId: wellId }, body: photoBody() }),
  'GET /wells/:wellId/production/:id/photos': ({ wellId, productionId: id }) => ({ params: { wellId, id } }),

  'POST /imports/production': ({ wellId }) => ({ query: {}, body: importBody(wellId) }),

  'GET /audit/events': ({ wellId }) => ({ query: { wellId } }),
  'GET /tenant/settings': () => ({}),
  'PUT /tenant/settings': () => ({ body: { version: 1 } }),
  'GET /dashboard': ({ date }) => ({ query: { date } }),
  'GET /dashboard/map': ({ date }) => ({ query: { date } }),
  'GET /dashboard/activity': () => ({ query: { limit: '100' } }),
  'GET /live': () => ({ query: {} }),

  'POST /devices': () => ({
    body: {
      id: crypto.randomUUID(),
      name: 'Phone',
      platform: 'ANDROID',
      deviceSecret: Buffer.alloc(32).toString('base64'),
    },
  }),
  'GET /devices': () => ({}),
  'POST /devices/:deviceId/numbers': ({ deviceId }) => ({
    params: { deviceId },
    body: { eventIds: [crypto.randomUUID()] },
  }),
  'POST /devices/:deviceId/retire': ({ deviceId }) => ({ params: { deviceId } }),
  'POST /devices/:deviceId/wiped': ({ deviceId }) => ({ params: { deviceId } }),
  'POST /devices/:deviceId/recovered': ({ deviceId }) => ({
    params: { deviceId },
    body: { kind: 'DEVICE', events: 1 },
  }),
  'POST /devices/:deviceId/looked-at': ({ deviceId }) => ({ params: { deviceId } }),
  'DELETE /devices/:deviceId': ({ deviceId }) => ({ params: { deviceId } }),
  'GET /sync/refused': ({ deviceId }) => ({ query: { deviceId } }),
  'POST /sync/batch': () => ({
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { deviceId: null, sentAt: '2025-03-11T12:00:00.000Z', events: [] },
  }),
  'POST /sync/known': () => ({ body: { eventIds: [crypto.randomUUID()] } }),
  'POST /sync/recovered': () => ({ body: { records: [] } }),
  'GET /sync/recovered': () => ({ query: {} }),
  'POST /sync/recovered/take-over': () => ({
    body: {
      records: [{ entity: 'PRODUCTION', id: crypto.randomUUID(), stateId: crypto.randomUUID(), version: 1 }],
    },
  }),
  'POST /sync/recovered/leave-out': () => ({
    body: {
      records: [{ entity: 'PRODUCTION', id: crypto.randomUUID(), stateId: crypto.randomUUID() }],
    },
  }),
  'GET /sync/waiting': () => ({}),
  'POST /sync/waiting/:eventId/enter': ({ waitingId }) => ({
    params: { eventId: waitingId },
    body: { version: null },
  }),
  'POST /sync/waiting/:eventId/leave': ({ waitingId }) => ({ params: { eventId: waitingId } }),
  'GET /sync/lineage': () => ({}),
  'POST /sync/lineage/close': () => ({}),
  'GET /sync/changes': () => ({ query: { limit: '1000' } }),
  'GET /conflicts': () => ({ query: { limit: '1000' } }),
  'GET /conflicts/news': () => ({}),
  'POST /conflicts/looked': () => ({ body: { sequence: 0 } }),
  'GET /conflicts/:conflictId': ({ conflictId }) => ({ params: { conflictId } }),
  'POST /conflicts/:conflictId/resolve': ({ conflictId }) => ({
    params: { conflictId },
    body: { choice: 'EXISTING' },
  }),
  'POST /conflicts/:conflictId/undo': ({ conflictId }) => ({ params: { conflictId } }),
  'POST /conflicts/:conflictId/reopen': ({ undoneConflictId }) => ({
    params: { conflictId: undoneConflictId },
  }),
};

interface Sample {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The sample of an endpoint; throws if there is none. */
export function sampleOf({ method, path }: EndpointDefinition, ids: Ids): Sample {
  const samples: Readonly<Record<string, (ids: Ids) => Sample>> = SAMPLES;
  const sample = samples[`${method} ${path}`];
  if (sample === undefined) throw new Error(`There is no sample request for ${method} ${path}`);
  return sample(ids);
}

export interface Answer {
  readonly status: number;
  /** JSON if it is some, else text; null for a stream, which is closed at once. */
  readonly body: unknown;
}

/** Sends the sample of an endpoint with these ids. `headers` are added to it. */
export async function sendSample(
  caller: ApiCaller,
  endpoint: EndpointDefinition,
  ids: Ids,
  headers: Record<string, string> = {},
): Promise<Answer> {
  const { params, query, body, headers: own } = sampleOf(endpoint, ids);
  const json = body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' };
  const response = await caller.fetch(urlOf('', endpoint, { params, query }), {
    method: endpoint.method,
    headers: { ...json, ...own, ...headers },
    body: body === undefined || body instanceof FormData ? (body ?? null) : JSON.stringify(body),
  });
  return { status: response.status, body: await readBody(response) };
}

async function readBody(response: Response): Promise<unknown> {
  const type = response.headers.get('content-type') ?? '';
  if (type.startsWith('text/event-stream')) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  return /json/.test(type) ? JSON.parse(text) : text;
}

function importBody(wellId: string): FormData {
  const mapping: ImportMappingInput = {
    well: { column: 'well', by: 'ID' },
    date: { column: 'day', format: 'yyyy-MM-dd' },
    oil: { column: 'oil', unit: 'BBL' },
  };
  const body = new FormData();
  body.set('mapping', JSON.stringify(mapping));
  body.set('file', new Blob([`well,day,oil\n${wellId},2025-01-03,12\n`]), 'readings.csv');
  return body;
}

const announcement = () => ({
  photoId: crypto.randomUUID(),
  sha256: 'ab'.repeat(32),
  sizeBytes: 1000,
  contentType: 'image/jpeg' as const,
});

function photoBody(): FormData {
  const body = new FormData();
  body.set('file', new Blob([new Uint8Array(PHOTO)], { type: 'image/jpeg' }), 'photo.jpg');
  return body;
}

/** Ids that nothing has, in any tenant. */
export const unknownIds = (): Ids => ({
  wellId: crypto.randomUUID(),
  productionId: crypto.randomUUID(),
  date: '2025-03-11',
  alertId: crypto.randomUUID(),
  userId: crypto.randomUUID(),
  equipmentId: crypto.randomUUID(),
  maintenanceId: crypto.randomUUID(),
  photoId: crypto.randomUUID(),
  wellPhotoId: crypto.randomUUID(),
  deviceId: crypto.randomUUID(),
  conflictId: crypto.randomUUID(),
  undoneConflictId: crypto.randomUUID(),
  waitingId: crypto.randomUUID(),
});

/** A well with a record and an alert, an item with a service and a photo, and a user. All are new. */
export async function makeIds(tenant: TestTenant): Promise<Ids> {
  const { manager, admin } = tenant;
  const { wells, production, alerts, users, equipment, maintenance } = endpoints;
  const [{ id: wellId }, { id: userId }] = await Promise.all([
    manager.ask(wells.create, { body: aWell() }),
    admin.ask(users.create, { body: aUser() }),
  ]);
  const enter = (productionDate: string, oilVolume: number) =>
    manager.ask(production.create, {
      params: { wellId },
      body: anEntry({ productionDate, oilVolume }),
    });
  await enter('2025-03-10', 40);
  const { id: productionId, productionDate: date } = await enter('2025-03-11', 80);
  const [alert] = (await manager.ask(alerts.list, { query: { wellId } })).items;
  if (alert === undefined) throw new Error('A doubled volume raised no alert');
  const { id: equipmentId } = await manager.ask(equipment.create, { params: { wellId }, body: anItem() });
  const { id: maintenanceId } = await manager.ask(maintenance.log, { params: { equipmentId }, body: aLog() });
  const { id: photoId } = await new PhotoDesk(manager, equipmentId).store(await aJpeg());
  const { id: wellPhotoId } = await new PhotoDesk(manager, wellId, 'WELL').store(await aJpeg());
  const phone = await TestDevice.register(await tenant.join('OPERATOR'), () => new Date().toISOString());
  const meeting = (productionDate: string, oilVolume: number) =>
    phone.event({
      aggregateId: wellId,
      timestamp: '2025-03-11T12:00:00.000Z',
      payload: { productionDate, oilVolume },
    });
  const { conflicts } = await phone.sync([meeting(date, 81), meeting('2025-03-10', 41)]);
  const [conflict, undone] = conflicts;
  if (conflict === undefined || undone === undefined)
    throw new Error('Two values of a day raised no conflict');
  await manager.ask(endpoints.conflicts.undo, { params: { conflictId: undone.conflictId } });
  const waiting = phone.draft({
    aggregateId: wellId,
    payload: { productionDate: '2025-03-09', oilVolume: 7 },
  });
  await keepWaiting(tenant, phone, waiting);
  return {
    waitingId: waiting.id,
    deviceId: phone.id,
    conflictId: conflict.conflictId,
    undoneConflictId: undone.conflictId,
    wellId,
    productionId,
    date,
    alertId: alert.id,
    userId,
    equipmentId,
    maintenanceId,
    photoId,
    wellPhotoId,
  };
}

/** As if its author had left before it came. */
async function keepWaiting({ database, operator }: TestTenant, phone: TestDevice, event: { id: string }) {
  const { id: userId } = operator.session.user;
  await database.db
    .insertInto('waiting_entries')
    .values({
      event_id: event.id,
      kind: 'AUTHOR_LEFT',
      device_id: phone.id,
      device_sequence: phone.sequence,
      user_id: userId,
      carrier_id: userId,
      content_hash: Buffer.alloc(32),
      event: JSON.stringify(event),
      received_at: '2025-03-12T12:00:00.000Z',
      done_at: null,
      done_by: null,
    })
    .execute();
}
