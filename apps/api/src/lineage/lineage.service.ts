/** Notices that a tenant's database was put back to an older state. Then begins a new lineage of its log (ADR 44). */
import { LOG_HEADER, message, type Lineage, type LineageBegun } from '@wellpulse/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { isOpen, lineageAfterLostMark, versionFloorAfter, waitsUntil, type LogMark } from '@wellpulse/domain';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../config/clock.ts';
import { LOGGER } from '../config/logger.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import type { TenantDatabase, TenantDb } from '../tenant-databases/tenant-databases.ts';
import { BY_SYSTEM, byCaller } from '../write-path/origin.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { Db } from '../write-path/write-transaction.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { holdsMark, parseMark, readMark } from './log-mark.ts';
import { MarkSeal } from './mark-seal.ts';

/** What showed that the server was put back. */
export interface LineageProof extends Omit<LineageBegun, 'number' | 'versionFloor'> {
  /** Of a mark whose row is gone: the lineage in which it was given, null if it never was. Left out where a person says so. */
  readonly given?: number | null;
}

@Injectable()
export class LineageService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(MarkSeal) private readonly seal: MarkSeal,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * To be asked before anything else of a sync request. Throws `LOG_REPLACED` if the device has seen a row of the log that is
   * not there. Throws `VALIDATION_FAILED` for a header that is no mark. A request without the header is a first contact.
   */
  async refuseReplacedLog(caller: Caller, request: ApiRequest): Promise<void> {
    const header = request.get(LOG_HEADER);
    const { db } = caller.database;
    const present = await presentLineage(db);
    if (header !== undefined) {
      const mark = parseMark(header);
      if (mark === null) {
        throw new ProblemError('VALIDATION_FAILED', {
          errors: [{ path: LOG_HEADER, message: message('notALogMark') }],
        });
      }
      if (!(await holdsMark(db, mark))) {
        await this.#judgeLostMark(caller, mark, present);
        throw new ProblemError('LOG_REPLACED');
      }
    }
    await recordSeenLineage(db, caller.deviceId, present);
  }

  /**
   * What the device keeps: a mark, to show it with its next request, and a name of the lineage. That is its floor of versions: a number of
   * a lineage that was lost may be given again. Null if the row that the request `shows` is gone: the server was put back under the
   * request. A newer mark would hide that from the device, which keeps its own and proves the restore next.
   */
  async markOf(
    { db, tenantId }: TenantDatabase,
    shows?: string,
  ): Promise<{ mark: string; lineage: string } | null> {
    const newest = await readMark(db);
    // After the newest row: a restore in between takes both away.
    const shown = shows === undefined ? null : parseMark(shows);
    if (shown !== null && !(await holdsMark(db, shown))) return null;
    // After the row: a mark that names an older lineage than its row's would prove too little.
    const { id = 0, version_floor: floor = 0 } = (await lastLineage(db)) ?? {};
    return { mark: this.seal.seal(tenantId, newest, id), lineage: String(floor) };
  }

  async #judgeLostMark(caller: Caller, mark: LogMark, present: number): Promise<void> {
    const { database, deviceId, user } = caller;
    const given = this.seal.lineageOf(database.tenantId, mark);
    if (given === null) {
      const who = { tenant: caller.tenant.slug, deviceId, userId: user.id };
      this.logger.warn(who, 'a device showed a mark that this server never gave: no lineage begins');
    }
    const device = deviceId === null ? {} : { deviceId };
    await this.begin(database, present, { cause: 'DEVICE', userId: user.id, ...device, given });
  }

  /** Begins the lineage that a loss leads to, if any, unless somebody else has begun one after `present` meanwhile. */
  async begin(
    database: TenantDatabase,
    present: number,
    { given = present, ...proof }: LineageProof,
  ): Promise<void> {
    const number = lineageAfterLostMark(given, present);
    if (number === null) return;
    await this.writer.transaction(database, BY_SYSTEM, async (tx) => {
      const last = await lastLineage(tx.db);
      if ((last?.id ?? 0) !== present) return;
      const former = last === undefined ? null : { id: last.id, versionFloor: last.version_floor };
      const versionFloor = versionFloorAfter(former, this.clock.now());
      const payload = { number, versionFloor, ...proof };
      firstAccepted(
        await tx.apply([
          { eventType: 'LINEAGE_BEGUN', aggregateId: database.tenantId, baseVersion: null, payload },
        ]),
      );
    });
  }

  /** The newest lineage, as managers see it; null if the server was never put back. */
  async read({ db }: TenantDatabase): Promise<Lineage | null> {
    const row = await db
      .selectFrom('lineages')
      .leftJoin('users', 'users.id', 'lineages.closed_by')
      .orderBy('lineages.id', 'desc')
      .limit(1)
      .select([
        'lineages.id as number',
        'lineages.begun_at as begunAt',
        'lineages.cause',
        'lineages.closed_at as closedAt',
        'users.name as closedByName',
      ])
      .executeTakeFirst();
    if (row === undefined) return null;
    return { ...row, isOpen: isOpen(row, this.clock.now()), waitsUntil: waitsUntil(row) };
  }

  /** A manager says that no device will bring any more. */
  async close(caller: Caller): Promise<void> {
    await this.writer.write(caller.database, byCaller(caller), [
      { eventType: 'LINEAGE_CLOSED', aggregateId: caller.tenant.id, baseVersion: null, payload: {} },
    ]);
  }
}

/** How many times the log was put back, as far as the server knows. */
export async function presentLineage(db: TenantDb | Db): Promise<number> {
  return (await lastLineage(db))?.id ?? 0;
}

const lastLineage = (db: TenantDb | Db) =>
  db.selectFrom('lineages').select(['id', 'version_floor']).orderBy('id', 'desc').limit(1).executeTakeFirst();

/** Written once a lineage. */
async function recordSeenLineage(db: TenantDb, deviceId: string | null, lineage: number): Promise<void> {
  if (deviceId === null) return;
  await db
    .updateTable('device_states')
    .set({ lineage })
    .where('device_id', '=', deviceId)
    .where('lineage', '<', lineage)
    .execute();
}
