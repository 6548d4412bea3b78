/** Lets a request in: a verified token, an open session of an active user of an active tenant, and a role that may. */
import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { mayAccess } from '@wellpulse/contracts';
import { Catalog } from '../catalog/catalog.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { endpointOf } from '../http/endpoint.decorators.ts';
import { ProblemError } from '../http/problem-error.ts';
import type { ApiRequest, Caller } from '../http/request.ts';
import { TenantDatabases } from '../tenancy/tenant-databases.ts';
import { Tokens, type AccessClaims } from './tokens.ts';

@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context);
    // What is not in the protocol map (health, documents) says nothing about any tenant.
    if (endpoint === undefined || endpoint.access === 'PUBLIC') return true;
    const request = context.switchToHttp().getRequest<ApiRequest>();
    const claims = await this.#claims(request);
    const caller = await this.resolve(claims);
    if (!mayAccess(caller.user.role, endpoint.access)) throw new ProblemError('FORBIDDEN');
    request.caller = caller;
    return true;
  }

  async #claims(request: ApiRequest): Promise<AccessClaims> {
    const [scheme, token] = (request.headers.authorization ?? '').split(' ');
    const claims = scheme?.toLowerCase() === 'bearer' && token ? await this.tokens.readAccess(token) : null;
    if (claims === null) throw new ProblemError('UNAUTHENTICATED');
    return claims;
  }

  /** Who the claims stand for, right now. Throws the problem that keeps them out. */
  async resolve(claims: AccessClaims): Promise<Caller> {
    const tenant = await this.catalog.findById(claims.tenantId);
    if (tenant === undefined) throw new ProblemError('UNAUTHENTICATED');
    if (tenant.status === 'SUSPENDED') throw new ProblemError('TENANT_SUSPENDED');
    if (!(await this.databases.isUpToDate(tenant))) throw new ProblemError('TENANT_SCHEMA_OUTDATED');
    const database = this.databases.of(tenant);
    const user = await database.db
      .selectFrom('sessions')
      .innerJoin('users', 'users.id', 'sessions.user_id')
      .select(['users.id', 'email', 'name', 'role', 'status', 'ended_at', 'expires_at', 'deleted_at'])
      .where('sessions.id', '=', claims.sessionId)
      .where('users.id', '=', claims.userId)
      .executeTakeFirst();
    if (user === undefined || user.deleted_at !== null) throw new ProblemError('UNAUTHENTICATED');
    if (user.status === 'SUSPENDED') throw new ProblemError('USER_SUSPENDED');
    if (user.ended_at !== null || user.expires_at < this.clock.now())
      throw new ProblemError('UNAUTHENTICATED');
    const { id, email, name, role } = user;
    return { tenant, database, user: { id, email, name, role }, sessionId: claims.sessionId };
  }
}
