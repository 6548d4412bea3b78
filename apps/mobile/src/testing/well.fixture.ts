import { valuesFrom, WELL_VALUES, type Well } from '@wellpulse/contracts';

/** A well of which the office knows its name and API number. */
export const WELL: Well = {
  id: '01890000-0000-7000-8000-000000000001',
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, { name: 'Acme #7' }),
  createdAt: '2025-01-01T00:00:00.000Z',
  updatedAt: '2025-01-01T00:00:00.000Z',
  version: 1,
};
