/** Conflicts as the server tells them, for tests of what people read and do. */
import type { Conflict } from '@wellpulse/contracts';

const ID = '0b6c1f0e-8f5c-4a3e-9a51-1d2f3a4b5c6d';
const side = (userName: string) => ({
  userId: ID,
  deviceId: ID,
  occurredAt: '2025-10-24T11:00:00.000Z',
  userName,
  deviceName: `Phone of ${userName}`,
  location: null,
});

/**
 * Jo's 40 met Dana's 45, both from a day without a reading; the later one counts.
 *
 * @example
 * const skipped = aConflict({ outcome: 'SKIP' });
 */
export const aConflict = (given: Partial<Conflict> = {}): Conflict => ({
  id: ID,
  eventId: ID,
  eventType: 'PRODUCTION_CREATED',
  entity: 'PRODUCTION',
  recordId: ID,
  wellId: ID,
  wellName: 'Acme #7',
  productionDate: '2025-10-24',
  subject: null,
  outcome: 'OVERWRITE',
  reason: '',
  fields: ['oilVolume'],
  existingData: { oilVolume: 40, gasVolume: 90, waterVolume: null, notes: null, version: 1 },
  incomingData: { productionDate: '2025-10-24', oilVolume: 45, gasVolume: null, waterVolume: 3 },
  existing: side('Jo'),
  incoming: side('Dana'),
  status: 'SETTLED',
  choice: null,
  resolvedBy: null,
  resolvedByName: null,
  resolvedAt: null,
  createdAt: '2025-10-24T11:00:00.000Z',
  updatedAt: '2025-10-24T11:00:00.000Z',
  version: 1,
  baseVersion: 0,
  baseData: null,
  settledData: { oilVolume: 45, gasVolume: 90, waterVolume: 3, notes: null },
  dayBefore: null,
  sequence: 7,
  current: { oilVolume: 46, gasVolume: 90, waterVolume: 3 },
  ...given,
});

/**
 * The same where a person has to choose: nothing of Dana's was applied.
 *
 * @example
 * const open = anOpenConflict({ dayBefore: null });
 */
export const anOpenConflict = (given: Partial<Conflict> = {}): Conflict =>
  aConflict({
    outcome: 'USER_PROMPT',
    status: 'OPEN',
    settledData: null,
    current: { oilVolume: 40, gasVolume: 90, waterVolume: null, notes: null },
    ...given,
  });
