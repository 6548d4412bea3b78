import type { DomainEvent } from '@wellpulse/domain';
import { FOREMAN, type FakeServer } from './fake-server.ts';

/** What is typed there. */
export interface DashboardEntry {
  readonly eventType: DomainEvent['eventType'];
  readonly aggregateId: string;
  /** Null for a record that is not there yet. */
  readonly baseVersion: number | null;
  readonly payload: object;
}

let entries = 0;

/**
 * The foreman types something at the dashboard. Throws if the rules refuse it.
 *
 * @example
 * atDashboard(server, { eventType: 'PRODUCTION_CREATED', aggregateId: WELL_ID, baseVersion: null, payload });
 */
export function atDashboard(server: FakeServer, entry: DashboardEntry): void {
  entries += 1;
  const event = {
    ...entry,
    id: `01890000-0000-7000-9000-${String(entries).padStart(12, '0')}`,
    userId: FOREMAN.id,
    deviceId: null,
    deviceSequence: null,
    carrierId: null,
    authorLeft: false,
    source: 'WEB',
    occurredAt: '2025-10-20T15:00:00.000Z',
    receivedAt: '2025-10-20T15:00:00.000Z',
    clockOffsetMs: null,
    setRightAt: null,
  } as DomainEvent;
  if (!server.records.apply(event)) throw new Error('The foreman was refused');
}

/**
 * The foreman saves a day of a well.
 *
 * @example
 * saveAtDashboard(server, WELL_ID, '2025-10-19', 50);
 */
export function saveAtDashboard(server: FakeServer, wellId: string, day: string, oilVolume: number): void {
  const current = server.records.production(wellId, day);
  atDashboard(server, {
    eventType: current === undefined ? 'PRODUCTION_CREATED' : 'PRODUCTION_UPDATED',
    aggregateId: wellId,
    baseVersion: current?.version ?? null,
    payload: { productionDate: day, oilVolume },
  });
}
