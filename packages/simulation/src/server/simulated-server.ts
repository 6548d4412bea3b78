/** The server as devices meet it: requests in, replies out, or none if it dies on the way. */
import {
  LINEAGE_HEADER,
  LOG_HEADER,
  PROTOCOL_VERSION,
  type ConflictPolicy,
  type DeviceRegister,
  type PhotoUploadRequest,
  type RecoveredRecord,
} from '@wellpulse/contracts';
import {
  accessRefusal,
  accountRefusal,
  callerRefusal,
  deviceStatus,
  otherDeviceRefusal,
  refusalOfEnded,
  type DomainEvent,
  type LogTimes,
  type UserRow,
} from '@wellpulse/domain';
import type { Reply } from '@wellpulse/offline';
import type { Random } from '../chance/random.ts';
import type { Scheduler } from '../chance/scheduler.ts';
import { short, type Trace } from '../chance/trace.ts';
import { Batches, type AnsweredState, type Transaction } from './batches.ts';
import { readChanges } from './changes.ts';
import { DeviceRegistry, type RegistryState } from './device-registry.ts';
import { DashboardUsers } from './dashboard-users.ts';
import { lineageBeginner, Lineages } from './lineages.ts';
import { OwnMarks } from './own-marks.ts';
import { PhotoEndpoint, type StoredBlobs } from './photo-endpoint.ts';
import { RateLimit } from './rate-limit.ts';
import { RecoveredRecords, type RecoveredState } from './recovered-records.ts';
import { answered, problem } from './reply.ts';
import { isPhotoStep, ownerOfCall, routeOf, type ServerCall } from './server-call.ts';
import type { ServerParts } from './server-parts.ts';
import { Sessions, type OpenSession, type User } from './sessions.ts';
import { ADMIN, CREW, foundingOf, TENANT, USERS } from './tenant.ts';
import { TenantStore, type StoredState } from './tenant-store.ts';

export interface ServerSettings {
  readonly wells: number;
  readonly conflictPolicy: ConflictPolicy;
  readonly isRateLimited: boolean;
  /** The most records that a page of changes has here, whatever is asked for. */
  readonly pageSize: number;
  /** Whether it looks each minute at its own mark beside the photos. Else a restore is found by devices, and by them alone. */
  readonly keepsOwnMarks: boolean;
}

export type Crash = 'BEFORE_COMMIT' | 'AFTER_COMMIT';

export interface ServerBackup {
  readonly store: StoredState;
  readonly devices: RegistryState;
  readonly answered: AnsweredState;
  readonly storage: StoredBlobs;
  readonly recovered: RecoveredState;
}

interface ServerInput {
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly trace: Trace;
  readonly parts: ServerParts;
  readonly settings: ServerSettings;
}

export class SimulatedServer {
  readonly store = new TenantStore();
  readonly devices = new DeviceRegistry();
  readonly sessions: Sessions;
  readonly dashboardUsers: DashboardUsers;
  readonly batches: Batches;
  readonly photos: PhotoEndpoint;
  readonly recovered: RecoveredRecords;
  /** Events at which the rules throw, and until when: `Infinity` if nobody repairs it. */
  readonly poison = new Map<string, number>();
  /** Events that were settled and are gone with the rest, unless a device brings them again. */
  readonly lost = new Set<string>();
  /** How far this machine's clock is from the truth, in milliseconds. */
  clockError = 0;
  /** The highest version of the protocol that it knows: lower while an older program runs. */
  protocol = PROTOCOL_VERSION;
  #crash: Crash | null = null;
  #isDown = false;
  readonly #in: ServerInput;
  readonly #limit: RateLimit;
  readonly #ownMarks: OwnMarks;
  readonly lineages: Lineages;

  constructor(input: ServerInput) {
    this.#in = input;
    const { random, trace, parts, settings } = input;
    const { store, devices } = this;
    this.#limit = new RateLimit(settings.isRateLimited);
    this.sessions = new Sessions(TENANT, random.fork());
    this.dashboardUsers = new DashboardUsers({
      store,
      random: random.fork(),
      trace,
      parts,
      times: () => this.times(),
    });
    this.photos = new PhotoEndpoint({
      store,
      dashboardUsers: this.dashboardUsers,
      parts,
      now: () => this.#now(),
    });
    this.recovered = new RecoveredRecords({ store, dashboardUsers: this.dashboardUsers, parts });
    this.batches = new Batches({
      store,
      devices,
      tenantId: TENANT.id,
      parts,
      isPoison: (event) => this.#failsOn(event),
      protocol: () => this.protocol,
    });
    const begin = lineageBeginner(store, this.dashboardUsers, () => this.#time());
    this.lineages = new Lineages({ store, parts, begin });
    this.#ownMarks = new OwnMarks({ store, photos: this.photos, parts, begin });
    for (const intent of foundingOf(settings.wells, settings.conflictPolicy))
      this.dashboardUsers.do(ADMIN, intent);
    if (settings.keepsOwnMarks) this.#ownMarks.lookEachMinute(input.scheduler, () => this.#isDown);
  }

  /** The next write is the last thing that the server does for a while. */
  crashAtNextWrite(crash: Crash): void {
    this.#crash = crash;
  }

  /** It runs, and its defects are repaired. */
  recover(): void {
    this.#crash = null;
    this.#isDown = false;
    this.clockError = 0;
    this.protocol = PROTOCOL_VERSION;
    for (const user of CREW) this.employ(user, { role: user.role, status: 'ACTIVE' });
    for (const [id, until] of this.poison) if (until < Number.POSITIVE_INFINITY) this.poison.delete(id);
  }

  /** All that a database holds, and the photos, which are in a storage of their own. */
  backUp(): ServerBackup {
    return {
      store: this.store.backUp(),
      devices: this.devices.backUp(),
      answered: this.batches.backUp(),
      storage: this.photos.backUp(),
      recovered: this.recovered.backUp(),
    };
  }

  /** Its database is put back to an older state, with the storage of photos or without. Sessions since then are unknown to it. */
  putBack(
    { store, devices, answered, storage, recovered }: ServerBackup,
    { withStorage = false } = {},
  ): void {
    const before = this.batches.kept;
    this.store.putBack(store);
    this.devices.putBack(devices);
    this.batches.putBack(answered);
    this.recovered.putBack(recovered);
    this.sessions.forgetAll();
    for (const id of before.keys()) if (!this.batches.kept.has(id)) this.lost.add(id);
    if (withStorage) this.photos.putBack(storage);
    this.#in.trace.add('server', `is put back to an older state${withStorage ? ', with its storage' : ''}`);
    if (this.#in.settings.keepsOwnMarks) this.#ownMarks.restart();
  }

  /** The storage of the photos alone is put back. Its program goes on, or starts anew. */
  putStorageBack({ storage }: ServerBackup, { isRestarted }: { readonly isRestarted: boolean }): void {
    this.photos.putBack(storage);
    this.#in.trace.add('server', `its storage is put back${isRestarted ? ', and it starts anew' : ''}`);
    if (isRestarted) this.#ownMarks.restart();
  }

  /** A manager says that no device will bring any more of what was lost. */
  closeLineage(): void {
    if (this.store.begin().lineage === undefined) return;
    this.dashboardUsers.do(ADMIN, { eventType: 'LINEAGE_CLOSED', aggregateId: TENANT.id, payload: {} });
  }

  /** Gives a person another role, or takes all rights away for a while. */
  employ({ id: aggregateId }: User, payload: Pick<UserRow, 'role' | 'status'>): void {
    this.dashboardUsers.do(ADMIN, { eventType: 'USER_UPDATED', aggregateId, payload });
    if (payload.status !== 'ACTIVE') this.sessions.endAllOf(aggregateId, this.#now());
  }

  /** Takes a person's account away for good. */
  remove({ id: aggregateId }: User): void {
    this.dashboardUsers.do(ADMIN, { eventType: 'USER_DELETED', aggregateId, payload: {} });
    this.sessions.endAllOf(aggregateId, this.#now());
  }

  isEmployed({ id }: User): boolean {
    return this.store.user(id)?.deleted === false;
  }

  /** Null if nothing comes back. */
  handle(call: ServerCall): Reply | null {
    const reply = this.#answer(call);
    if (reply?.kind !== 'ANSWERED' || reply.status >= 300 || !this.#marks(call)) return reply;
    const { lineages } = this;
    const headers = {
      [LOG_HEADER.toLowerCase()]: lineages.markOf(),
      [LINEAGE_HEADER.toLowerCase()]: lineages.nameOf(),
    };
    return { ...reply, headers };
  }

  /** Each answer of a sync; of a photo's, if the row is there that the device showed. */
  #marks(call: ServerCall): boolean {
    return isPhotoStep(call) ? this.lineages.holdsShown(call.logMark) : call.path.startsWith('/sync/');
  }

  #answer(call: ServerCall): Reply | null {
    if (this.#isDown) return null;
    const now = this.#now();
    const { body } = call;
    switch (call.path) {
      case '/auth/login':
        return this.#login(body as { email: string });
      case '/auth/refresh':
        return this.#refresh(body as { refreshToken: string }, call.idempotencyKey);
      case '/auth/logout':
        return answered(204, undefined);
    }
    const session = this.sessions.callerOf(call.accessToken, now);
    if (session === undefined) return problem('UNAUTHENTICATED');
    const refusal = callerRefusal(
      {
        ...this.#accountOf(session.user),
        expiresAt: session.expiresAt,
        hasSessionEnded: session.end !== null,
        platform: session.deviceId === null ? null : (this.devices.platformOf(session.deviceId) ?? null),
      },
      this.store.begin().tenantSettings,
      this.time(),
    );
    if (refusal !== null) return refusal === 'SESSION_ENDED' ? this.#refuse(session) : problem(refusal);
    const user = this.#asTheyAre(session.user);
    const route = routeOf(call);
    if (route !== undefined && accessRefusal(route, { ...user, deviceId: session.deviceId }) !== null)
      return problem('FORBIDDEN');
    if (call.path.startsWith('/sync/') && this.lineages.refuses(call.logMark)) return problem('LOG_REPLACED');
    switch (`${call.method} ${call.path}`) {
      case 'POST /devices':
        return this.#register(session, body as DeviceRegister);
      case 'POST /devices/:deviceId/numbers': {
        const { deviceId = '' } = call.params;
        const other = otherDeviceRefusal(deviceId, session.deviceId);
        if (other !== null) return problem(other);
        return answered(200, this.batches.numbersOf(deviceId, body as { eventIds: string[] }));
      }
      case 'POST /sync/batch': {
        const wait = this.#limit.consume(user.id, now);
        if (wait !== null) return problem('TOO_MANY_REQUESTS', wait);
        return this.#write(
          this.batches.take({ ...session, user }, call.idempotencyKey ?? '', body, this.times()),
        );
      }
      case 'POST /equipment/:ownerId/photos/upload-url':
      case 'POST /wells/:ownerId/photos/upload-url':
        return this.#write(this.photos.announce(user, ownerOfCall(call), body as PhotoUploadRequest));
      case 'POST /equipment/:ownerId/photos/:photoId/confirm':
      case 'POST /wells/:ownerId/photos/:photoId/confirm':
        return this.#write(this.photos.confirm(user, ownerOfCall(call), call.params['photoId'] ?? ''));
      case 'POST /sync/known': {
        const { eventIds } = body as { eventIds: readonly string[] };
        return answered(200, { settled: eventIds.filter((id) => this.batches.isTaken(id)) });
      }
      case 'POST /sync/recovered': {
        const { records } = body as { records: readonly RecoveredRecord[] };
        return answered(200, { kept: this.recovered.offer(records), refused: [] });
      }
      case 'GET /sync/changes':
        return answered(
          200,
          readChanges(
            this.store,
            { ...session, reaches: this.#in.parts.reaches },
            this.#page(call.query),
            this.#time(),
          ),
        );
      case 'GET /tenant/settings':
        return answered(200, this.store.begin().tenantSettings);
      default:
        return problem('ROUTE_NOT_FOUND');
    }
  }

  #page({ cursor, limit, history, entities }: ServerCall['query']) {
    return {
      limit: Math.min(Number(limit), this.#in.settings.pageSize),
      ...(cursor === undefined ? {} : { cursor }),
      ...(history === undefined ? {} : { history: Number(history) }),
      ...(entities === undefined ? {} : { entities }),
    };
  }

  #login({ email }: { email: string }): Reply {
    const user = USERS.find((known) => known.email === email);
    if (user === undefined || !this.isEmployed(user)) return problem('INVALID_CREDENTIALS');
    const refusal = accountRefusal(this.#accountOf(user));
    if (refusal !== null) return problem(refusal);
    return answered(200, this.sessions.open(this.#asTheyAre(user), this.#now()));
  }

  #accountOf({ id }: User): Pick<UserRow, 'deleted' | 'status'> {
    const { deleted = true, status = 'ACTIVE' } = this.store.user(id) ?? {};
    return { deleted, status };
  }

  #asTheyAre(user: User): User {
    return { ...user, role: this.store.user(user.id)?.role ?? user.role };
  }

  #refresh({ refreshToken }: { refreshToken: string }, key: string | undefined): Reply {
    const outcome = this.sessions.rotate(refreshToken, this.#now(), key);
    return 'renewed' in outcome ? answered(200, outcome.renewed) : this.#refuse(outcome.refused);
  }

  #refuse(session: OpenSession | undefined): Reply {
    const { end = null, deviceId = null } = session ?? {};
    const device = deviceId === null ? undefined : this.store.begin().devices.get(deviceId);
    return problem(refusalOfEnded(end, device === undefined ? null : deviceStatus(device)));
  }

  #register(session: OpenSession, { id, name, platform, deviceSecret }: DeviceRegister): Reply {
    const { user } = session;
    const refusal = this.devices.proofRefusal(id, user.id, deviceSecret);
    if (refusal !== null) return problem(refusal);
    const decision = this.dashboardUsers.do(user, {
      eventType: 'DEVICE_REGISTERED',
      aggregateId: id,
      payload: { name, platform },
    });
    if (!decision.ok) return problem(decision.code);
    const key = this.#in.random.bytes(32);
    this.devices.register(id, user.id, platform, deviceSecret);
    this.devices.issue(id, user.id, key, this.#now());
    this.sessions.bindToDevice(session, id, this.#now());
    return answered(201, {
      deviceId: id,
      signingKey: Buffer.from(key).toString('base64'),
      lastSequence: this.batches.lastSequence(id),
    });
  }

  /** Commits, then answers; it may die before, in between, or not at all. */
  #write({ commit, reply }: Transaction): Reply | null {
    const crash = this.#crash;
    if (crash === null) {
      commit();
      return reply;
    }
    this.#crash = null;
    this.#isDown = true;
    this.#in.trace.add('server', `dies ${crash === 'BEFORE_COMMIT' ? 'before' : 'after'} the commit`);
    if (crash === 'AFTER_COMMIT') commit();
    return this.#in.parts.commitsFirst ? null : reply;
  }

  /** Whether the rules throw at this event now. */
  isPoison(eventId: string): boolean {
    return (this.poison.get(eventId) ?? 0) > this.#in.scheduler.now;
  }

  #failsOn({ id }: DomainEvent): boolean {
    const isPoison = this.isPoison(id);
    if (isPoison) this.#in.trace.add('server', `a rule fails on ${short(id)}`);
    return isPoison;
  }

  /** What its clock says: `WellPulse-Time`. */
  time(): string {
    return new Date(this.#now()).toISOString();
  }

  #now(): number {
    return this.#in.scheduler.now + this.clockError;
  }

  #time(): string {
    return this.times().receivedAt;
  }

  /** Of what is written now. */
  times(): LogTimes {
    return this.#in.parts.timesAfter(this.store.head, this.time());
  }
}
