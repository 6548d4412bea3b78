/** Tenants for tests: each with a user of every role, signed in. */
import type { NestExpressApplication } from '@nestjs/platform-express';
import { hash } from '@node-rs/argon2';
import type { Role } from '@wellpulse/contracts';
import { aUser, signIn, TEST_PASSWORD, uniqueEmail, type SignedInCaller } from '@wellpulse/testing';
import type { TenantEntry } from '../../src/catalog/catalog.ts';
import { TenantAdministration, type NewTenant } from '../../src/tenant/tenant-administration.ts';
import { TenantDatabases, type TenantDatabase } from '../../src/tenant-databases/tenant-databases.ts';
import { UserService } from '../../src/users/user.service.ts';
import { BY_SYSTEM } from '../../src/write-path/origin.ts';

export interface TestTenant {
  readonly entry: TenantEntry;
  readonly slug: string;
  /** For what the public API can't show: the log's own safety. */
  readonly database: TenantDatabase;
  readonly viewer: SignedInCaller;
  readonly operator: SignedInCaller;
  readonly manager: SignedInCaller;
  readonly admin: SignedInCaller;
  as(role: Role): SignedInCaller;
  /** Adds a user, who signs in. */
  join(role: Role): Promise<SignedInCaller>;
}

/** Made with little effort, so that setting up and signing in takes little too. */
const passwordHash = hash(TEST_PASSWORD, { memoryCost: 8, timeCost: 1, parallelism: 1 });

/** Makes a tenant with a user of each role, all with `TEST_PASSWORD`. */
export async function makeTenant(
  app: NestExpressApplication,
  baseUrl: string,
  given: Partial<NewTenant> & Pick<NewTenant, 'slug'>,
): Promise<TestTenant> {
  const { slug } = given;
  const entry = await app.get(TenantAdministration).create({ name: 'Acme Petroleum', ...given });
  const database = app.get(TenantDatabases).of(entry);
  const join = async (role: Role): Promise<SignedInCaller> => {
    const user = { ...aUser(), email: uniqueEmail(role.toLowerCase()), name: `${role} of ${slug}`, role };
    await app.get(UserService).add(database, BY_SYSTEM, { ...user, status: 'ACTIVE' }, await passwordHash);
    return signIn(baseUrl, { tenant: slug, email: user.email, password: TEST_PASSWORD });
  };
  // In turn: at once they would open a connection each, and each of these costs more than all four users.
  const viewer = await join('VIEWER');
  const operator = await join('OPERATOR');
  const manager = await join('MANAGER');
  const admin = await join('ADMIN');
  const byRole = { VIEWER: viewer, OPERATOR: operator, MANAGER: manager, ADMIN: admin };
  return { entry, slug, database, viewer, operator, manager, admin, as: (role) => byRole[role], join };
}
