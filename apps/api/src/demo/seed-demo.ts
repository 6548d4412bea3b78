/**
 * Makes the demo tenants: the tenant and its users as the command-line tool does, all data through the public API, like any
 * customer's. It goes on where it was cut off: days are counted from the day on which the tenant was made. Until all is
 * there, the tenant's status is `TRIAL`.
 */
import type { INestApplicationContext } from '@nestjs/common';
import type { Role } from '@wellpulse/contracts';
import { dayInZone } from '@wellpulse/domain';
import { hashPassword } from '../auth/passwords.ts';
import { Catalog, type TenantEntry } from '../catalog/catalog.ts';
import { CLOCK, type Clock } from '../config/clock.ts';
import { say } from '../cli/context.ts';
import { TenantAdministration } from '../tenant/tenant-administration.ts';
import { TenantDatabases, type TenantDatabase } from '../tenant-databases/tenant-databases.ts';
import { UserService } from '../users/user.service.ts';
import { BY_SYSTEM } from '../write-path/origin.ts';
import { DemoApi } from './demo-api.ts';
import { DEMO_TENANTS, type DemoTenant } from './demo-wells.ts';
import { fillTenant } from './fill-tenant.ts';

/** Known to everybody, and only the demo users have it: the rules for passwords refuse it to all others. */
export const DEMO_PASSWORD = 'wellpulse-demo';

const PEOPLE: readonly { readonly login: string; readonly name: string; readonly role: Role }[] = [
  { login: 'admin', name: 'Avery Chen', role: 'ADMIN' },
  { login: 'manager', name: 'Morgan Blake', role: 'MANAGER' },
  { login: 'operator', name: 'Jo Ortiz', role: 'OPERATOR' },
  { login: 'reyes', name: 'Dana Reyes', role: 'OPERATOR' },
  { login: 'whitfield', name: 'Sam Whitfield', role: 'OPERATOR' },
  { login: 'viewer', name: 'Kim Novak', role: 'VIEWER' },
];

/** `days`: for how many days before today there are readings. */
export async function seedDemo(
  context: INestApplicationContext,
  apiUrl: string,
  days: number,
): Promise<void> {
  for (const tenant of DEMO_TENANTS) {
    const entry = await makeTenant(context, tenant);
    // One that somebody has made by that name is theirs.
    if (entry.status !== 'TRIAL' || !entry.is_demo) continue;
    say(`Filling demo tenant ${tenant.slug}`);
    const database = context.get(TenantDatabases).of(entry);
    await makeUsers(context, database, tenant.slug);
    const api = new DemoApi(apiUrl, tenant.slug, DEMO_PASSWORD);
    const now = new Date(context.get<Clock>(CLOCK).now());
    await fillTenant(api, tenant, { today: await firstDay(database), now, days });
    await context.get(TenantAdministration).setStatus(tenant.slug, 'ACTIVE');
    say(`Demo tenant ${tenant.slug} is ready`);
  }
}

async function makeTenant(context: INestApplicationContext, tenant: DemoTenant): Promise<TenantEntry> {
  const existing = await context.get(Catalog).findBySlug(tenant.slug);
  if (existing !== undefined) return existing;
  return context.get(TenantAdministration).create({
    slug: tenant.slug,
    name: tenant.name,
    status: 'TRIAL',
    isDemo: true,
  });
}

async function makeUsers(
  context: INestApplicationContext,
  database: TenantDatabase,
  slug: string,
): Promise<void> {
  const there = await database.db.selectFrom('users').select('email').execute();
  const emails = new Set(there.map(({ email }) => email));
  for (const { login, name, role } of PEOPLE) {
    const email = `${login}@${slug}.example`;
    if (emails.has(email)) continue;
    const user = { email, name, role, status: 'ACTIVE', password: DEMO_PASSWORD } as const;
    await context.get(UserService).add(database, BY_SYSTEM, user, await hashPassword(DEMO_PASSWORD));
  }
}

/** The day on which the tenant was made, in its time zone: what the readings are counted back from. */
async function firstDay(database: TenantDatabase): Promise<string> {
  const row = await database.db
    .selectFrom('event_log')
    .innerJoin('tenant_settings', (join) => join.onTrue())
    .select(['received_at', 'time_zone'])
    .where('sequence', '=', 1)
    .executeTakeFirstOrThrow();
  return dayInZone(row.received_at, row.time_zone);
}
