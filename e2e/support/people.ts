/** The people whom the tests act as: those of the demo tenants, and the administrators of two more. */
import { TEST_PASSWORD } from '@wellpulse/testing';

export const PASSWORD = 'wellpulse-demo';

const of = (tenant: string, login: string, name: string, password = PASSWORD) =>
  ({ tenant, email: `${login}@${tenant}.example`, password, name }) as const;

export const PEOPLE = {
  admin: of('acme', 'admin', 'Avery Chen'),
  manager: of('acme', 'manager', 'Morgan Blake'),
  operator: of('acme', 'operator', 'Jo Ortiz'),
  viewer: of('acme', 'viewer', 'Kim Novak'),
  /** Of the other tenant, who must notice nothing of all the others. */
  bravoManager: of('bravo', 'manager', 'Morgan Blake'),
  settingsAdmin: of('cedar', 'admin', 'Robin Vale', TEST_PASSWORD),
  conflictsAdmin: of('dogwood', 'admin', 'Robin Vale', TEST_PASSWORD),
} as const;

/** Whose tenants have no demo. Each is of one file of tests, which changes its settings without anybody else noticing. */
export const OWN_TENANTS = [PEOPLE.settingsAdmin, PEOPLE.conflictsAdmin] as const;

export type Person = keyof typeof PEOPLE;
