/** The people of the demo tenants whom the tests act as. */
export const PASSWORD = 'wellpulse-demo';

const of = (tenant: string, login: string, name: string) =>
  ({ tenant, email: `${login}@${tenant}.example`, password: PASSWORD, name }) as const;

export const PEOPLE = {
  admin: of('acme', 'admin', 'Avery Chen'),
  manager: of('acme', 'manager', 'Morgan Blake'),
  operator: of('acme', 'operator', 'Jo Ortiz'),
  viewer: of('acme', 'viewer', 'Kim Novak'),
  /** Of the other tenant, who must notice nothing of all the others. */
  bravoAdmin: of('bravo', 'admin', 'Avery Chen'),
  bravoManager: of('bravo', 'manager', 'Morgan Blake'),
} as const;

export type Person = keyof typeof PEOPLE;
