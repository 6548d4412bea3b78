/** Notices that a tenant's database was put back to an older state, and begins a new lineage of its log (ADR 44). */
import { Inject, Injectable } from '@nestjs/common';
import { versionFloorAt } from '@wellpulse/domain';
import { CLOCK, type Clock } from '../config/clock.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import type { TenantDatabase, TenantDb } from '../tenant-databases/tenant-databases.ts';
import { BY_SYSTEM, byCaller } from '../write-path/origin.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import type { Db } from '../write-path/write-transaction.ts';
import { firstAccepted } from '../write-path/refusals.ts';
import { holdsMark, LOG_HEADER, parseMark } from './log-mark.ts';

@Injectable()
export class LineageService {
  constructor(
    @Inject(TenantWriter) private readonly writer: TenantWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * To be asked before anything else of a sync request. Throws `LOG_REPLACED` if the device has seen a row of the log that is
   * not there, and `VALIDATION_FAILED` for a header that is no mark. A request without the header is a first contact.
   */
  async refuseReplacedLog(caller: Caller, request: ApiRequest): Promise<void> {
    const header = request.get(LOG_HEADER);
    const { db } = caller.database;
    const present = await presentLineage(db);
    if (header !== undefined) {
      const mark = parseMark(header);
      if (mark === null) {
        throw new ProblemError('VALIDATION_FAILED', {
          errors: [{ path: LOG_HEADER, message: 'Is not a mark of a log' }],
        });
      }
      if (!(await holdsMark(db, mark))) {
        // A device that has met the present lineage saw the log after that was put back: it was put back once more.
        if ((await lineageSeenBy(db, caller.deviceId)) >= present) await this.begin(caller.database, present);
        throw new ProblemError('LOG_REPLACED');
      }
    }
    await noteSeen(db, caller.deviceId, present);
  }

  /** Begins the lineage after `present`, unless somebody else has meanwhile. */
  async begin(database: TenantDatabase, present: number): Promise<void> {
    await this.writer.transaction(database, BY_SYSTEM, async (tx) => {
      if ((await presentLineage(tx.db)) !== present) return;
      const payload = { number: present + 1, versionFloor: versionFloorAt(this.clock.now()) };
      firstAccepted(
        await tx.apply([
          { eventType: 'LINEAGE_BEGUN', aggregateId: database.tenantId, baseVersion: null, payload },
        ]),
      );
    });
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
  const { last } = await db
    .selectFrom('lineages')
    .select(({ fn }) => fn.max<number | null>('id').as('last'))
    .executeTakeFirstOrThrow();
  return last ?? 0;
}

async function lineageSeenBy(db: TenantDb, deviceId: string | null): Promise<number> {
  const state = await db
    .selectFrom('device_states')
    .select('lineage')
    .where('device_id', '=', deviceId ?? '00000000-0000-0000-0000-000000000000')
    .executeTakeFirst();
  return state?.lineage ?? -1;
}

/** Written once a lineage. */
async function noteSeen(db: TenantDb, deviceId: string | null, lineage: number): Promise<void> {
  if (deviceId === null) return;
  await db
    .updateTable('device_states')
    .set({ lineage })
    .where('device_id', '=', deviceId)
    .where('lineage', '<', lineage)
    .execute();
}
