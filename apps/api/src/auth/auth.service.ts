import { Inject, Injectable } from '@nestjs/common';
import { message, type Session, type SignedIn, type WhoAmI } from '@wellpulse/contracts';
import { accountRefusal, ACCESS_TOKEN_SECONDS, dayInZone } from '@wellpulse/domain';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { ProblemError } from '../http/problems/problem-error.ts';
import type { Caller } from '../http/request.ts';
import { TenantDatabases, type TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { readSettings } from '../tenant/settings.queries.ts';
import { readHead } from '../write-path/event-log.ts';
import { toSessionUser } from '../write-path/records.ts';
import { Credentials } from './credentials.ts';
import { KnownBrowser } from './known-browser.ts';
import { OpenTenants } from './open-tenants.ts';
import { SignInThrottle } from './sign-in-throttle.ts';
import { verifyPassword } from './passwords.ts';
import { Sessions, type OpenSession } from './sessions.ts';
import { Tokens } from './tokens.ts';

export interface SignIn {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
  /** What earlier sign-ins of this browser have answered, if any. */
  readonly known?: string | undefined;
}

const accountOf = (tenant: string, email: string): string => `${tenant}:${email}`;

@Injectable()
export class AuthService {
  constructor(
    @Inject(Catalog) private readonly catalog: Catalog,
    @Inject(TenantDatabases) private readonly databases: TenantDatabases,
    @Inject(Sessions) private readonly sessions: Sessions,
    @Inject(Tokens) private readonly tokens: Tokens,
    @Inject(SignInThrottle) private readonly throttle: SignInThrottle,
    @Inject(OpenTenants) private readonly openTenants: OpenTenants,
    @Inject(KnownBrowser) private readonly knownBrowser: KnownBrowser,
    @Inject(Credentials) private readonly credentials: Credentials,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Signs in. An unknown tenant, an unknown user and a wrong password can't be told apart, not even by time. */
  async signIn(given: SignIn, address: string): Promise<SignedIn> {
    const account = accountOf(given.tenant, given.email);
    const knownAs = this.knownBrowser.nameFor(account, given.known);
    const found = await this.throttle.attempt({ account, address, knownAs }, () => this.#find(given));
    if (found === null) throw new ProblemError('INVALID_CREDENTIALS');
    const { tenant, database, user } = found;
    this.openTenants.require(tenant);
    if (user.status === 'SUSPENDED') throw new ProblemError('USER_SUSPENDED');
    await this.credentials.recordLogin(database, user.id, this.clock.now());
    const session = await this.#answer(tenant, database, await this.sessions.open(database, user.id));
    return { ...session, known: this.knownBrowser.issue(account) };
  }

  /** Whose e-mail and password these are; null if nobody's. */
  async #find({ tenant: slug, email, password }: SignIn) {
    const tenant = await this.catalog.findBySlug(slug);
    const database = tenant === undefined ? undefined : await this.#open(tenant);
    const user = database === undefined ? undefined : await this.credentials.findByEmail(database, email);
    const matches = await verifyPassword(user?.password_hash, password);
    if (!matches || user === undefined || database === undefined || tenant === undefined) return null;
    return { tenant, database, user };
  }

  async refresh(refreshToken: string, key: string | null): Promise<Session> {
    const tenant = await this.#tenantOf(refreshToken);
    if (tenant === undefined) throw new ProblemError('UNAUTHENTICATED');
    this.openTenants.require(tenant);
    const database = await this.#open(tenant);
    const session = await this.sessions.rotate(database, refreshToken, key);
    if (session === null) throw new ProblemError('UNAUTHENTICATED');
    return this.#answer(tenant, database, session);
  }

  async signOut(refreshToken: string): Promise<void> {
    const tenant = await this.#tenantOf(refreshToken);
    if (tenant !== undefined) await this.sessions.endByToken(await this.#open(tenant), refreshToken);
  }

  async whoAmI({ tenant, database, user }: Caller): Promise<WhoAmI> {
    const settings = await readSettings(database.db);
    return {
      user,
      tenant: { id: tenant.id, slug: tenant.slug, name: settings.name, timeZone: settings.timeZone },
      varianceThresholdPercent: settings.varianceThresholdPercent,
      today: dayInZone(this.clock.now(), settings.timeZone),
      sequence: (await readHead(database.db)).sequence,
    };
  }

  /** Checks the current password, counting wrong ones like those of a sign-in, then sets the new one. */
  async changePassword(caller: Caller, current: string, next: string, address: string): Promise<void> {
    const account = accountOf(caller.tenant.slug, caller.user.email);
    const knownAs = `session ${caller.sessionId}`;
    const isRight = await this.throttle.attempt({ account, address, knownAs }, async () => {
      const user = await this.credentials.findByEmail(caller.database, caller.user.email);
      return (await verifyPassword(user?.password_hash, current)) ? true : null;
    });
    if (isRight === null) {
      const wrong = { path: 'currentPassword', message: message('notYourPassword') };
      throw new ProblemError('INVALID_CREDENTIALS', { errors: [wrong] });
    }
    await this.credentials.setPassword(caller, caller.user.id, next, 'newPassword', caller.sessionId);
  }

  async #open(tenant: TenantEntry): Promise<TenantDatabase> {
    if (!(await this.databases.isUpToDate(tenant))) throw new ProblemError('TENANT_SCHEMA_OUTDATED');
    return this.databases.of(tenant);
  }

  async #tenantOf(refreshToken: string): Promise<TenantEntry | undefined> {
    const tenantId = this.tokens.tenantOfRefresh(refreshToken);
    return tenantId === null ? undefined : this.catalog.findById(tenantId);
  }

  async #answer(tenant: TenantEntry, database: TenantDatabase, session: OpenSession): Promise<Session> {
    const user = await database.db
      .selectFrom('users')
      .select(['id', 'email', 'name', 'role', 'status', 'deleted_at'])
      .where('id', '=', session.userId)
      .executeTakeFirstOrThrow();
    const refusal = accountRefusal({ status: user.status, deleted: user.deleted_at !== null });
    if (refusal !== null) throw new ProblemError(refusal);
    const settings = await readSettings(database.db);
    return {
      accessToken: await this.tokens.issueAccess({
        userId: user.id,
        tenantId: tenant.id,
        sessionId: session.sessionId,
      }),
      expiresIn: ACCESS_TOKEN_SECONDS,
      refreshToken: session.refreshToken,
      user: toSessionUser(user),
      tenant: { id: tenant.id, slug: tenant.slug, name: settings.name, timeZone: settings.timeZone },
    };
  }
}
