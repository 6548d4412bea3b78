/** Who a verified token stands for right now: an open session of an active user of an active tenant. */
import { Inject, Injectable } from '@nestjs/common';
import { callerRefusal } from '@wellpulse/domain';
import { Catalog } from '../catalog/catalog.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { toSessionUser } from '../write-path/records.ts';
import { OpenTenants } from './open-tenants.ts';
import { problemOfEnded } from './session-end.ts';
import type { AccessClaims } from './tokens.ts';

@Injectable()
export class CallerResolver {
  constructor(
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(OpenTenants) private readonly openTenants: OpenTenants,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Throws the problem that keeps them out. */
  async resolve(claims: Omit<AccessClaims, 'expiresAt'>): Promise<Caller> {
    const tenant = await this.catalog.findById(claims.tenantId);
    if (tenant === undefined) throw new ProblemError('UNAUTHENTICATED');
    this.openTenants.require(tenant);
    if (!(await this.databases.isUpToDate(tenant))) throw new ProblemError('TENANT_SCHEMA_OUTDATED');
    const database = this.databases.of(tenant);
    const user = await database.db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .innerJoin('tenant_settings', (join) => join.onTrue())
      .leftJoin('devices', 'devices.id', 'sessions.device_id')
      .select([
        'users.id',
        'email',
        'users.name',
        'role',
        'status',
        'ended_at',
        'expires_at',
        'deleted_at',
        'device_id',
        'platform',
        'web_devices',
      ])
      .where('sessions.id', '=', claims.sessionId)
      .where('users.id', '=', claims.userId)
      .executeTakeFirst();
    if (user === undefined) throw new ProblemError('UNAUTHENTICATED');
    const { status, deleted_at, expires_at: expiresAt, ended_at } = user;
    const state = {
      status,
      deleted: deleted_at !== null,
      expiresAt,
      hasSessionEnded: ended_at !== null,
      platform: user.platform,
    };
    const refusal = callerRefusal(state, { webDevices: user.web_devices }, this.clock.now());
    if (refusal === 'SESSION_ENDED') throw await problemOfEnded(database.db, claims.sessionId);
    if (refusal !== null) throw new ProblemError(refusal);
    return {
      tenant,
      database,
      user: toSessionUser(user),
      sessionId: claims.sessionId,
      deviceId: user.device_id,
    };
  }
}
