/** The tenant of every world: a few people, a few wells. */
import { DEFAULT_SERVICE_INTERVALS, type ConflictPolicy } from '@wellpulse/contracts';
import type { DashboardIntent } from './dashboard-users.ts';
import type { Tenant, User } from './sessions.ts';

export const TENANT: Tenant = {
  id: '01890000-0000-7000-8000-0000000000ff',
  slug: 'acme',
  name: 'Acme',
  timeZone: 'America/Chicago',
};

const user = (number: number, name: string, role: User['role']): User => ({
  id: `01890000-0000-7000-8000-0000000000a${number}`,
  email: `${name.toLowerCase()}@acme.example`,
  name,
  role,
});

export const ADMIN = user(0, 'Ada', 'ADMIN');
/** Who is in the field, with devices. */
export const CREW: readonly User[] = [
  user(1, 'Pat', 'OPERATOR'),
  user(2, 'Pia', 'OPERATOR'),
  user(3, 'Fran', 'MANAGER'),
];
export const USERS: readonly User[] = [ADMIN, ...CREW];

export const wellIdOf = (number: number): string => `01890000-0000-7000-8000-0000000000b${number}`;

/** How the tenant comes to be: the first events of its log. */
export function foundingOf(wells: number, conflictPolicy: ConflictPolicy): DashboardIntent[] {
  return [
    {
      eventType: 'TENANT_CREATED',
      aggregateId: TENANT.id,
      payload: {
        name: TENANT.name,
        timeZone: TENANT.timeZone,
        conflictPolicy,
        varianceThresholdPercent: 20,
        serviceIntervals: DEFAULT_SERVICE_INTERVALS,
        webDevices: true,
      },
    },
    ...USERS.map(({ id, email, name, role }): DashboardIntent => ({
      eventType: 'USER_CREATED',
      aggregateId: id,
      payload: { email, name, role, status: 'ACTIVE' },
    })),
    ...Array.from({ length: wells }, (_, number): DashboardIntent => ({
      eventType: 'WELL_CREATED',
      aggregateId: wellIdOf(number),
      payload: { apiNumber: `42-165-0000${number}`, name: `Acme #${number}` },
    })),
  ];
}
