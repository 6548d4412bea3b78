/** Deletions as the rules make them. They are offered to a server that was put back to before them, or after them. */
import type { EventType, RecordValues } from '@wellpulse/contracts';
import { expect, test } from 'vitest';
import type { Actor } from '../../state/actor.ts';
import type { DomainEvent } from '../../state/event.ts';
import { deletionMoment, productionKey, SETTINGS_KEY } from '../../state/workset.ts';
import { applyEvent } from '../../write-path/apply.ts';
import { actor, anEvent, aTenant, USER_ID, WELL_ID } from '../../write-path/events.fixture.ts';
import { toChange } from '../feed/feed.ts';
import { isLost, readRecovered } from './recovered-record.ts';

const DAY = '2025-06-10';
const BOSS = '01890000-0000-7000-8000-0000000000bb';
const OTHER = '01890000-0000-7000-8000-0000000000cc';
const DEVICES = { [USER_ID]: 1, [OTHER]: 2, [BOSS]: 3 };
const at = (minute: number): string => new Date(Date.UTC(2025, 5, 15, 17, minute)).toISOString();
const manager = actor('MANAGER', BOSS);
const operator = (userId: string): Actor => actor('OPERATOR', userId);

/** A tenant with the times at which its log got something. */
function aServer() {
  const workset = aTenant();
  const changes: { receivedAt: string }[] = [];
  let numbers = 0;
  const take = (event: DomainEvent, by: Actor): void => {
    const decision = applyEvent(workset, event, by);
    if (!decision.ok) throw new Error(decision.code);
    if (decision.changed) changes.push({ receivedAt: event.receivedAt });
  };
  const row = () => {
    const found = workset.production.get(productionKey(WELL_ID, DAY));
    if (found === undefined) throw new Error('It is a reading');
    return found;
  };
  const given = (userId: string, minute: number, values: RecordValues) => ({
    userId,
    occurredAt: at(minute),
    receivedAt: at(minute),
    payload: { productionDate: DAY, ...values },
  });
  return {
    workset,
    changes,
    take,
    row,
    /** Somebody's device sends something; it arrives at `arrives`. */
    send: (
      eventType: EventType,
      userId: keyof typeof DEVICES,
      minute: number,
      {
        base = 0,
        arrives = minute,
        ...values
      }: RecordValues & { readonly base?: number; readonly arrives?: number } = {},
    ): void => {
      numbers += 1;
      const device = {
        deviceId: `01890000-0000-7000-8000-0000000000d${DEVICES[userId]}`,
        deviceSequence: numbers,
        source: 'MOBILE' as const,
        baseVersion: base,
      };
      const event = { ...given(userId, minute, values), ...device, receivedAt: at(arrives) };
      take(anEvent(eventType, event), userId === BOSS ? manager : operator(userId));
    },
    office: (eventType: EventType, minute: number, values: RecordValues = {}): void => {
      const base = eventType === 'PRODUCTION_CREATED' ? {} : { baseVersion: row().version };
      const event = { ...given(BOSS, minute, values), ...base };
      take(anEvent(eventType, event), manager);
    },
    /** The deletion as a device offers it that had pulled the row while it was `live`. */
    offered: (live: object) => {
      const { version, deleted, ...data } = row();
      const state = { version, deleted, deletedAt: deletionMoment(row()), data };
      const { deletedAt } = toChange({ entity: 'PRODUCTION', id: row().id }, state);
      const offer = { entity: 'PRODUCTION', id: row().id, version, deleted } as const;
      const record = readRecovered({ ...offer, data: { ...live, deletedAt } });
      if (record === null) throw new Error('It is a record');
      return record;
    },
  };
}

type Server = ReturnType<typeof aServer>;

const knownOf = ({ changes }: Server, backup = changes.length) => ({
  isThere: true,
  changes: changes.slice(0, backup),
});

test('a deletion is lost where the backup ends with one that deleted nothing, since somebody changed the record after it', () => {
  const server = aServer();
  server.send('PRODUCTION_CREATED', USER_ID, 1, { oilVolume: 40 });
  server.send('PRODUCTION_UPDATED', OTHER, 5, { base: 1, oilVolume: 41 });
  server.send('PRODUCTION_DELETED', BOSS, 4, { base: 1, arrives: 6 });
  const [live, backup] = [server.row(), server.changes.length];
  expect(live.deleted).toBe(false);
  server.office('PRODUCTION_DELETED', 7);
  expect(isLost(server.offered(live), knownOf(server, backup))).toBe(true);
  expect(isLost(server.offered(live), knownOf(server))).toBe(false);
});

test('a deletion is lost where the backup ends with a taking back that left what a colleague had entered', () => {
  const server = aServer();
  server.send('PRODUCTION_CREATED', USER_ID, 1, { oilVolume: 40 });
  server.send('PRODUCTION_CREATED', OTHER, 2, { oilVolume: 5 });
  server.send('PRODUCTION_DELETED', OTHER, 3);
  const [live, backup] = [server.row(), server.changes.length];
  expect(live).toMatchObject({ deleted: false, oilVolume: 40 });
  server.office('PRODUCTION_DELETED', 7);
  expect(isLost(server.offered(live), knownOf(server, backup))).toBe(true);
  expect(isLost(server.offered(live), knownOf(server))).toBe(false);
});

test('a deletion that a choice in a conflict made is known, also where the office has entered the day again', () => {
  const server = aServer();
  const { workset } = server;
  workset.settings.put(SETTINGS_KEY, { ...workset.tenantSettings, conflictPolicy: 'PROMPT' });
  server.send('PRODUCTION_CREATED', USER_ID, 1, { oilVolume: 40 });
  server.send('PRODUCTION_UPDATED', OTHER, 2, { base: 1, oilVolume: 41 });
  server.send('PRODUCTION_DELETED', BOSS, 3, { base: 1, arrives: 6 });
  const [live, backup] = [server.row(), server.changes.length];
  const [conflict] = workset.conflicts.all();
  const choice = {
    userId: BOSS,
    receivedAt: at(7),
    occurredAt: at(7),
    payload: { choice: 'INCOMING' } as const,
  };
  server.take(anEvent('CONFLICT_RESOLVED', { aggregateId: String(conflict?.id), ...choice }), manager);
  const deletion = server.offered(live);
  expect(deletion).toMatchObject({ deleted: true, data: { oilVolume: 41, deletedAt: at(7) } });
  server.office('PRODUCTION_CREATED', 11, { oilVolume: 55 });
  expect(isLost(deletion, knownOf(server))).toBe(false);
  expect(isLost(deletion, knownOf(server, backup))).toBe(true);
});

test('what comes to a deleted reading later does not move its deletion, and another deletion does', () => {
  const server = aServer();
  server.send('PRODUCTION_CREATED', USER_ID, 1, { oilVolume: 40 });
  const live = server.row();
  server.send('PRODUCTION_DELETED', USER_ID, 2, { base: live.version });
  const { version } = server.row();
  server.send('PRODUCTION_UPDATED', OTHER, 3, { base: 1, notes: 'Pump off' });
  expect(server.row()).toMatchObject({ deleted: true, updatedAt: at(3) });
  expect(server.row().version).toBeGreaterThan(version);
  expect(server.offered(live).data).toMatchObject({ deletedAt: at(2) });
  server.send('PRODUCTION_UPDATED', OTHER, 4, { base: server.row().version, oilVolume: 7 });
  expect(deletionMoment(server.row())).toBeNull();
  server.office('PRODUCTION_DELETED', 5);
  expect(server.offered(live).data).toMatchObject({ deletedAt: at(5) });
});
