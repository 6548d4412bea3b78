/** A tenant in memory for tests of the rules: a workset, and events that happen in it one after the other. */
import {
  DEFAULT_SERVICE_INTERVALS,
  valuesFrom,
  WELL_VALUES,
  type EventType,
  type Role,
} from '@wellpulse/contracts';
import { applyEvent } from './apply.ts';
import type { Decision } from '../state/decision.ts';
import { present, type Actor } from '../state/actor.ts';
import type { DomainEvent, EventOf } from '../state/event.ts';
import { SETTINGS_KEY, Workset, type WellRow, type WorksetOptions } from '../state/workset.ts';

export const WELL_ID = '01890000-0000-7000-8000-000000000001';
export const USER_ID = '01890000-0000-7000-8000-0000000000aa';
const TIME = '2025-06-15T18:00:00.000Z';

export const aWellRow = (given: Partial<WellRow> = {}): WellRow => ({
  id: WELL_ID,
  apiNumber: '42-165-12345',
  ...valuesFrom(WELL_VALUES, { name: 'Two Draw #3' }),
  createdAt: TIME,
  updatedAt: TIME,
  version: 1,
  deleted: false,
  ...given,
});

/** A tenant in Chicago at noon of 15 June 2025, with one well. */
export function aTenant(thresholdPercent = 20, options: WorksetOptions = {}): Workset {
  const workset = new Workset(options);
  workset.settings.load(SETTINGS_KEY, {
    name: 'Acme',
    timeZone: 'America/Chicago',
    conflictPolicy: 'LAST_WRITE_WINS',
    varianceThresholdPercent: thresholdPercent,
    serviceIntervals: DEFAULT_SERVICE_INTERVALS,
    webDevices: true,
    updatedAt: TIME,
    version: 1,
  });
  workset.wells.load(WELL_ID, aWellRow());
  return workset;
}

let count = 0;

type Given<Type extends EventType> = Pick<EventOf<Type>, 'payload'> & Partial<EventOf<Type>>;

/** An event that arrives now through the web; by default about the well. */
export function anEvent<Type extends EventType>(eventType: Type, given: Given<Type>): DomainEvent {
  count += 1;
  return {
    id: `01890000-0000-7000-9000-${String(count).padStart(12, '0')}`,
    eventType,
    aggregateId: WELL_ID,
    baseVersion: null,
    userId: USER_ID,
    deviceId: null,
    deviceSequence: null,
    carrierId: null,
    authorLeft: false,
    source: 'WEB',
    occurredAt: TIME,
    receivedAt: TIME,
    clockOffsetMs: null,
    setRightAt: null,
    ...given,
    // The payload is of the type that is named.
  } as DomainEvent;
}

export const actor = (role: Role, userId = USER_ID): Actor => present(userId, role);

export const apply = (workset: Workset, event: DomainEvent, by: Actor = actor('MANAGER')): Decision =>
  applyEvent(workset, event, by);
