/**
 * A server of a few lines, in memory: it keeps what the protocol promises (each event once, the same outcome again), and
 * knows no conflicts. What goes wrong on the way, a test says with `onCall`.
 */
import {
  deviceEventSchema,
  type DeviceEvent,
  type DeviceNumbers,
  type EndpointDefinition,
  type PhotoOwnerKind,
  type Problem,
  type SyncAnswer,
  type SyncChange,
  type SyncFailure,
  type Well,
} from '@wellpulse/contracts';
import { ownerIds, photoPath, type OwnerIds } from '@wellpulse/domain';
import { wholeOf } from '../lib/pieces.ts';
import type { CallOptions, PutRequest, Reply, Transport } from '../ports/transport.ts';
import { FakeRecords } from './fake-records.ts';
import { FakeSessions } from './fake-sessions.ts';

export interface SeenCall {
  readonly path: string;
  readonly method: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly options: CallOptions;
}

export interface FakePerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly role: 'OPERATOR' | 'MANAGER' | 'ADMIN' | 'VIEWER';
}

/** A person whom the fake server knows: an operator. */
export const PUMPER: FakePerson = {
  id: '01890000-0000-7000-8000-0000000000aa',
  email: 'operator@acme.example',
  name: 'Pat Pumper',
  role: 'OPERATOR',
};
export const FOREMAN: FakePerson = {
  id: '01890000-0000-7000-8000-0000000000bb',
  email: 'manager@acme.example',
  name: 'Fran Foreman',
  role: 'MANAGER',
};
const TENANT = {
  slug: 'acme',
  name: 'Acme',
  timeZone: 'America/Chicago',
};

type Outcome = { readonly failure: SyncFailure } | { readonly failure: null };

/**
 * A server in memory for the tests of an app. It answers as the contracts say, and `onCall` breaks the link.
 */
export class FakeServer implements Transport {
  readonly records = new FakeRecords();
  readonly calls: SeenCall[] = [];
  readonly stored = new Map<string, Uint8Array>();
  /** What became of each event, in the order of arrival. */
  readonly settled = new Map<string, Outcome>();
  readonly events: DeviceEvent[] = [];
  tenantId = '01890000-0000-7000-8000-0000000000ff';
  lastSequence = 0;
  signingKey = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=';
  /** Access tokens below this number are not taken any more. */
  oldestToken = 0;
  isSessionOver = false;
  /** Of the log: another one begins when the server was put back. */
  lineage = 0;
  #tokens = 0;
  readonly #sessions = new FakeSessions();
  readonly #batches = new Map<string, { body: string; answer: SyncAnswer }>();
  readonly #announced = new Set<string>();
  /** Photos that count as stored, by id. */
  readonly #confirmed = new Set<string>();

  /** Stands in for the link: gives an answer of its own, or asks the server and does what it likes with the answer. */
  onCall: (call: SeenCall, answer: () => Reply) => Reply | Promise<Reply> = (_, answer) => answer();
  /** Why the server refuses an event; undefined if it takes it. */
  judge: (event: DeviceEvent) => Pick<SyncFailure, 'code' | 'retryable'> | undefined = () => undefined;

  async call(endpoint: EndpointDefinition, request: object, options: CallOptions): Promise<Reply> {
    const { params = {}, query = {}, body } = request as Partial<SeenCall>;
    const text = body === undefined ? undefined : JSON.stringify(body);
    const call: SeenCall = {
      path: endpoint.path,
      method: endpoint.method,
      params,
      query,
      body: text === undefined ? undefined : (JSON.parse(text) as unknown),
      options,
    };
    this.calls.push(call);
    return this.onCall(call, () => this.#named(call, this.#answer(call)));
  }

  async put({ url, file, headers }: PutRequest): Promise<Reply> {
    const bytes = await wholeOf(file.pieces());
    const call: SeenCall = {
      path: 'PUT',
      method: 'PUT',
      params: { url },
      query: {},
      body: undefined,
      options: { timeoutMs: 0 },
    };
    this.calls.push(call);
    return this.onCall(call, () => {
      if (headers['x-ms-blob-type'] !== 'BlockBlob') return answered(400, undefined);
      this.stored.set(url, bytes);
      return answered(201, undefined);
    });
  }

  /** It loses its photos, storage and all. */
  losePhotos(): void {
    this.stored.clear();
    this.#confirmed.clear();
  }

  #named({ path }: SeenCall, reply: Reply): Reply {
    if (reply.kind !== 'ANSWERED' || !path.startsWith('/sync/')) return reply;
    return { ...reply, headers: { 'wellpulse-lineage': String(this.lineage) } };
  }

  callsTo(path: string): SeenCall[] {
    return this.calls.filter((call) => call.path === path);
  }

  #answer(call: SeenCall): Reply {
    const person = [PUMPER, FOREMAN].find(
      ({ email }) => email === (call.body as { email?: string } | undefined)?.email,
    );
    switch (call.path) {
      case '/auth/login':
        return person === undefined
          ? problem(401, 'INVALID_CREDENTIALS')
          : this.#session(person, this.#sessions.open(person.email));
      case '/auth/logout':
        return answered(204, undefined);
      case '/auth/refresh':
        return this.isSessionOver ? problem(401, 'UNAUTHENTICATED') : this.#refreshed(call);
    }
    const [number = '-1'] = (call.options.accessToken ?? '').split(' ');
    if (Number(number) < this.oldestToken) return problem(401, 'UNAUTHENTICATED');
    switch (call.path) {
      case '/devices':
        return answered(201, {
          deviceId: (call.body as { id: string }).id,
          signingKey: this.signingKey,
          lastSequence: this.lastSequence,
        });
      case '/devices/:deviceId/wiped':
      case '/devices/:deviceId/recovered':
        return answered(204, undefined);
      case '/devices/:deviceId/numbers':
        return answered(200, this.#numbers(call));
      case '/sync/batch':
        return this.#batch(call);
      case '/sync/changes':
        return this.#changes(call);
      case '/equipment/:ownerId/photos/upload-url':
        return this.#uploadUrl(call, 'EQUIPMENT');
      case '/wells/:ownerId/photos/upload-url':
        return this.#uploadUrl(call, 'WELL');
      case '/equipment/:ownerId/photos/:photoId/confirm':
        return this.#confirm(call, 'EQUIPMENT');
      case '/wells/:ownerId/photos/:photoId/confirm':
        return this.#confirm(call, 'WELL');
      default:
        return problem(404, 'ROUTE_NOT_FOUND');
    }
  }

  #numbers({ params, body }: SeenCall): DeviceNumbers {
    const { eventIds } = body as { eventIds: readonly string[] };
    const own = this.events.filter(({ deviceId }) => deviceId === params['deviceId']);
    return {
      lastSequence: Math.max(0, ...own.map(({ deviceSequence }) => deviceSequence)),
      settled: own
        .filter(({ id }) => eventIds.includes(id))
        .map(({ id: eventId, deviceSequence }) => ({ eventId, deviceSequence })),
    };
  }

  #session({ id, email, name, role }: FakePerson, refreshToken: string): Reply {
    this.#tokens += 1;
    return answered(200, {
      accessToken: `${this.#tokens} ${email}`,
      expiresIn: 900,
      refreshToken,
      user: { id, email, name, role },
      tenant: { ...TENANT, id: this.tenantId },
    });
  }

  #refreshed(call: SeenCall): Reply {
    const { refreshToken } = call.body as { refreshToken: string };
    const rotated = this.#sessions.rotate(refreshToken, call.options.idempotencyKey);
    const person = [PUMPER, FOREMAN].find(({ email }) => email === rotated?.email);
    if (rotated === null || person === undefined) return problem(401, 'UNAUTHENTICATED');
    return this.#session(person, rotated.refreshToken);
  }

  #batch(call: SeenCall): Reply {
    const key = call.options.idempotencyKey ?? '';
    const body = JSON.stringify(call.body);
    const before = this.#batches.get(key);
    if (before !== undefined && before.body !== body) return problem(422, 'IDEMPOTENCY_KEY_REUSED');
    if (before !== undefined) return answered(200, before.answer);
    const { events } = call.body as { events: unknown[] };
    const parsed = events.map((event) => deviceEventSchema.parse(event));
    const outcomes = parsed.map((event) => ({ id: event.id, ...this.#take(event) }));
    const answer: SyncAnswer = {
      synced: outcomes.flatMap(({ id, failure }) => (failure === null ? [id] : [])),
      conflicts: [],
      failed: outcomes.flatMap(({ failure }) => (failure === null ? [] : [failure])),
      serverTime: '2025-10-20T15:00:00.000Z',
    };
    this.#batches.set(key, { body, answer });
    return answered(200, answer);
  }

  #take(event: DeviceEvent): Outcome {
    const before = this.settled.get(event.id);
    if (before !== undefined) return before;
    const judged = this.judge(event);
    const refused = judged ?? this.records.take(event);
    const outcome: Outcome =
      refused === undefined
        ? { failure: null }
        : { failure: { eventId: event.id, reason: 'The server says no', ...refused } };
    // A wrong signature uses up no id: the right one may come yet.
    const isSettled = outcome.failure === null || isFinal(outcome.failure);
    if (isSettled) {
      this.settled.set(event.id, outcome);
      this.lastSequence = Math.max(this.lastSequence, event.deviceSequence);
      if (refused === undefined) this.events.push(event);
    }
    return outcome;
  }

  #changes({ query }: SeenCall): Reply {
    const from = Number(query['cursor'] ?? 0);
    const limit = Number(query['limit']);
    const changes: SyncChange[] = this.records.changesAfter(from).slice(0, limit);
    const next = this.records.cursorAfter(from, changes.length);
    return answered(200, {
      changes,
      nextCursor: String(next),
      hasMore: this.records.changesAfter(next).length > 0,
      serverTime: '2025-10-20T15:00:00.000Z',
    });
  }

  #uploadUrl({ params, body }: SeenCall, kind: PhotoOwnerKind): Reply {
    const { photoId, sha256, isHeld = true } = body as { photoId: string; sha256: string; isHeld?: boolean };
    const owner = { kind, id: params['ownerId'] ?? '' };
    if (!this.records.hasOwner(owner))
      return problem(404, kind === 'WELL' ? 'WELL_NOT_FOUND' : 'EQUIPMENT_NOT_FOUND');
    this.#announced.add(photoId);
    const blobName = photoPath(owner, sha256);
    if (this.#confirmed.has(photoId)) return answered(200, { state: 'STORED', blobName });
    if (!isHeld) return answered(200, { state: 'MISSING', blobName });
    return answered(200, {
      state: 'WAITING',
      uploadUrl: `https://blobs.example/${photoId}`,
      blobName,
      expiresAt: '2025-10-20T15:30:00.000Z',
      headers: { 'x-ms-blob-type': 'BlockBlob' },
    });
  }

  #confirm({ params }: SeenCall, kind: PhotoOwnerKind): Reply {
    const photoId = params['photoId'] ?? '';
    if (!this.#announced.has(photoId)) return problem(404, 'PHOTO_NOT_FOUND');
    const bytes = this.stored.get(`https://blobs.example/${photoId}`);
    if (bytes === undefined) return problem(409, 'PHOTO_NOT_UPLOADED');
    this.#confirmed.add(photoId);
    const owner = ownerIds({ kind, id: params['ownerId'] ?? '' });
    return answered(200, storedPhoto(photoId, owner, bytes.length));
  }

  addWell(well: Well): void {
    this.records.addWell(well);
  }
}

const isFinal = ({ code, retryable }: SyncFailure): boolean => !retryable && code !== 'SIGNATURE_INVALID';

const storedPhoto = (id: string, owner: OwnerIds, sizeBytes: number) => ({
  id,
  ...owner,
  blobName: 'equipment/photo',
  sha256: '0'.repeat(64),
  sizeBytes,
  contentType: 'image/jpeg',
  takenAt: null,
  location: null,
  state: 'STORED',
  width: 1,
  height: 1,
  hasThumbnail: false,
  createdBy: PUMPER.id,
  deviceId: null,
  createdAt: '2025-10-20T15:00:00.000Z',
  updatedAt: '2025-10-20T15:00:00.000Z',
  version: 1,
  createdByName: null,
  deviceName: null,
  url: null,
  thumbnailUrl: null,
  urlExpiresAt: null,
});

export const answered = (status: number, body: unknown, retryAfterSeconds: number | null = null): Reply => ({
  kind: 'ANSWERED',
  status,
  body,
  retryAfterSeconds,
  serverTime: '2025-10-20T15:00:00.000Z',
});

export const problem = (
  status: number,
  code: Problem['code'],
  retryAfterSeconds: number | null = null,
): Reply =>
  answered(status, { type: 'about:blank', title: code, status, code } satisfies Problem, retryAfterSeconds);
