/**
 * Twenty-five ways in which two people meet on one record, across the real server; the first three are those that the customer named.
 * Minutes say when a person typed, on a right clock; the order of the steps is the order of arrival.
 */
import { endpoints, type ConflictOutcome, type SyncAnswer, type SyncFailureCode } from '@wellpulse/contracts';
import { anItem, aWell, TestDevice } from '@wellpulse/testing';
import { afterAll, afterEach, expect, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { startApi } from '../support/harness.ts';

const api = await startApi();
afterAll(() => api.stop());
const { acme, clock } = api;
const DAY = '2025-03-10';
/** After the tenant was made: a log's times never go back. */
const START = Date.parse(clock.now()) + 86_400_000;
const at = (minute: number): string => new Date(START + minute * 60_000).toISOString();

clock.stopAt(at(0));
const now = (): string => clock.now();
/** Minutes count from when a scenario begins; the devices come in long after everything was typed, one by one. */
let begin = 0;
let arrivals = 0;
const startScenario = (): void => {
  begin = arrivals + 1;
  arrivals = begin + 1000;
  clock.stopAt(at(begin));
};
const arrive = (): void => {
  arrivals += 1;
  clock.stopAt(at(arrivals));
};
const laptop = await TestDevice.register(acme.operator, now, { platform: 'ELECTRON' });
const phone = await TestDevice.register(acme.operator, now);
const tablet = await TestDevice.register(acme.manager, now, { platform: 'IOS' });

type Values = Readonly<Record<string, unknown>>;
type Result = 'synced' | ConflictOutcome | SyncFailureCode;

/** One well's day, or one item, and what is done to it. */
class Place {
  readonly wellId: string;
  readonly equipmentId: string;
  readonly serialNumber: string;

  private constructor(wellId: string, equipmentId: string, serialNumber: string) {
    this.wellId = wellId;
    this.equipmentId = equipmentId;
    this.serialNumber = serialNumber;
  }

  static async make(): Promise<Place> {
    startScenario();
    const { id } = await acme.manager.ask(endpoints.wells.create, { body: aWell() });
    const item = await acme.manager.ask(endpoints.equipment.create, {
      params: { wellId: id },
      body: anItem(),
    });
    return new Place(id, item.id, item.serialNumber);
  }

  creates = (device: TestDevice, minute: number, values: Values): Promise<Result> =>
    this.#send(device, 'PRODUCTION_CREATED', minute, 0, values);

  edits = (device: TestDevice, minute: number, baseVersion: number, values: Values): Promise<Result> =>
    this.#send(device, 'PRODUCTION_UPDATED', minute, baseVersion, values);

  deletes = (device: TestDevice, minute: number, baseVersion: number): Promise<Result> =>
    this.#send(device, 'PRODUCTION_DELETED', minute, baseVersion, {});

  async changesItem(device: TestDevice, eventType: string, minute: number, payload: Values): Promise<Result> {
    const { equipmentId: aggregateId } = this;
    arrive();
    const event = device.event({
      eventType,
      aggregateId,
      baseVersion: 1,
      timestamp: at(begin + minute),
      payload,
    });
    return resultOf(await device.sync([event]));
  }

  /** The foreman's own change, in the dashboard, at the time of its arrival. */
  async types(version: number, values: Values): Promise<void> {
    arrive();
    const { id } = await this.#record();
    await acme.manager.ask(endpoints.production.update, {
      params: { wellId: this.wellId, id },
      body: { version, ...values },
    });
  }

  values = async (): Promise<Values> => {
    const { oilVolume, gasVolume, notes, version } = await this.#record();
    return { oil: oilVolume, gas: gasVolume, notes, version };
  };

  async item() {
    return acme.viewer.ask(endpoints.equipment.get, { params: { equipmentId: this.equipmentId } });
  }

  isThere = async (): Promise<boolean> =>
    (await acme.viewer.call(endpoints.production.get, { params: { wellId: this.wellId, date: DAY } })).ok;

  /** Both sides of every conflict here, oldest first. */
  async conflicts() {
    const { items } = await acme.viewer.ask(endpoints.conflicts.list, {
      query: { wellId: this.wellId, order: 'asc' },
    });
    return items;
  }

  async lastConflictId(): Promise<string> {
    const id = (await this.conflicts()).at(-1)?.id;
    if (id === undefined) throw new Error('There is no conflict here');
    return id;
  }

  undo = async (): Promise<unknown> =>
    acme.manager.ask(endpoints.conflicts.undo, { params: { conflictId: await this.lastConflictId() } });

  #record() {
    return acme.viewer.ask(endpoints.production.get, { params: { wellId: this.wellId, date: DAY } });
  }

  async #send(
    device: TestDevice,
    eventType: string,
    minute: number,
    baseVersion: number,
    values: Values,
  ): Promise<Result> {
    arrive();
    const payload = { productionDate: DAY, ...values };
    const event = device.event({
      eventType,
      aggregateId: this.wellId,
      baseVersion,
      timestamp: at(begin + minute),
      payload,
    });
    return resultOf(await device.sync([event]));
  }
}

const resultOf = ({ synced, conflicts, failed }: SyncAnswer): Result =>
  conflicts[0]?.resolution ?? failed[0]?.code ?? (synced.length === 1 ? 'synced' : 'INTERNAL');

async function prompting(isOn: boolean): Promise<void> {
  const { version } = await acme.admin.ask(endpoints.tenant.getSettings, {});
  const conflictPolicy = isOn ? 'PROMPT' : 'LAST_WRITE_WINS';
  await acme.admin.ask(endpoints.tenant.updateSettings, { body: { version, conflictPolicy } });
}
afterEach(() => prompting(false));

const scenarios: Readonly<Record<string, (place: Place) => Promise<void>>> = {
  'the same day on two devices: the later entry wins, and the other is kept': async (place) => {
    expect(await place.creates(laptop, 1, { oilVolume: 42.5 })).toBe('synced');
    expect(await place.creates(phone, 2, { oilVolume: 45 })).toBe('OVERWRITE');
    expect(await place.values()).toMatchObject({ oil: 45, version: 2 });
    expect(await place.conflicts()).toMatchObject([
      { existingData: { oilVolume: 42.5 }, incomingData: { oilVolume: 45 }, fields: ['oilVolume'] },
    ]);
  },
  'maintenance of equipment that was deleted meanwhile is refused, for its person to enter elsewhere': async (
    place,
  ) => {
    await acme.manager.ask(endpoints.equipment.remove, { params: { equipmentId: place.equipmentId } });
    const log = {
      maintenanceId: crypto.randomUUID(),
      maintenanceDate: DAY,
      maintenanceType: 'REPAIR',
      description: 'Replaced motor belt',
    };
    expect(await place.changesItem(laptop, 'EQUIPMENT_MAINTENANCE_LOGGED', 1, log)).toBe('EQUIPMENT_DELETED');
  },
  'volumes from one device and notes from another: both stand': async (place) => {
    expect(await place.creates(laptop, 1, { oilVolume: 42.5, gasVolume: 120 })).toBe('synced');
    expect(await place.edits(phone, 2, 0, { notes: 'Belt squeals' })).toBe('MERGE');
    expect(await place.values()).toEqual({ oil: 42.5, gas: 120, notes: 'Belt squeals', version: 2 });
  },
  'the earlier entry arrives last: it gives way, and is kept': async (place) => {
    await place.creates(phone, 2, { oilVolume: 45 });
    expect(await place.creates(laptop, 1, { oilVolume: 42.5 })).toBe('SKIP');
    expect(await place.values()).toMatchObject({ oil: 45, version: 1 });
    expect(await place.conflicts()).toMatchObject([{ incomingData: { oilVolume: 42.5 }, outcome: 'SKIP' }]);
  },
  'both entered the same: nobody has to look at anything': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    expect(await place.creates(phone, 2, { oilVolume: 42.5, gasVolume: null })).toBe('synced');
    expect(await place.values()).toMatchObject({ version: 1 });
  },
  'a tenant that wants to be asked: the first value stays until somebody chooses': async (place) => {
    await prompting(true);
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    expect(await place.creates(phone, 2, { oilVolume: 45, gasVolume: 7 })).toBe('USER_PROMPT');
    expect(await place.values()).toMatchObject({ oil: 42.5, gas: null, version: 1 });
  },
  'a decision with values that are none is refused, and holds up nothing beside it': async (place) => {
    await prompting(true);
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.creates(phone, 2, { oilVolume: 45 });
    const productionDate: unknown = JSON.parse('['.repeat(900) + ']'.repeat(900));
    const values = { oilVolume: 1, productionDate };
    const conflictId = await place.lastConflictId();
    const bad = laptop.event({
      eventType: 'CONFLICT_RESOLVED',
      aggregateId: conflictId,
      payload: { choice: 'MERGED', values },
    });
    const good = laptop.event({
      aggregateId: place.wellId,
      payload: { productionDate: '2025-03-11', oilVolume: 7 },
    });
    expect(await laptop.sync([bad, good])).toMatchObject({
      synced: [good.id],
      failed: [{ eventId: bad.id, code: 'VALIDATION_FAILED', retryable: false }],
    });
    const refusal = await acme.manager.refusal(endpoints.conflicts.resolve, {
      params: { conflictId },
      body: { choice: 'MERGED', values },
    });
    expect(refusal).toMatchObject({ status: 400, code: 'VALIDATION_FAILED' });
    expect(await place.values()).toMatchObject({ oil: 42.5, version: 1 });
  },
  'two who each clear what the other leaves: the record says nothing any more': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5, gasVolume: 120 });
    expect(await place.edits(phone, 2, 1, { oilVolume: null })).toBe('synced');
    expect(await place.edits(tablet, 3, 1, { gasVolume: null })).toBe('MERGE');
    expect(await place.edits(phone, 4, 1, { gasVolume: null })).toBe('VALIDATION_FAILED');
    expect(await place.values()).toMatchObject({ oil: null, gas: null, version: 3 });
    const query = { from: DAY, to: DAY, interval: 'day' } as const;
    await acme.viewer.ask(endpoints.production.summary, { params: { wellId: place.wellId }, query });
  },
  'a deleted item under whose id another is created: its person is told': async (place) => {
    await acme.manager.ask(endpoints.equipment.remove, { params: { equipmentId: place.equipmentId } });
    const item = { wellId: place.wellId, equipmentType: 'TANK', serialNumber: 'T-77' };
    expect(await place.changesItem(laptop, 'EQUIPMENT_CREATED', 1, item)).toBe('EQUIPMENT_DELETED');
  },
  'a tenant that wants to be asked is not asked about what does not overlap': async (place) => {
    await prompting(true);
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    expect(await place.creates(phone, 2, { gasVolume: 7 })).toBe('MERGE');
    expect(await place.values()).toMatchObject({ oil: 42.5, gas: 7 });
  },
  'the foreman chooses the incoming value': async (place) => {
    await prompting(true);
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.creates(phone, 2, { oilVolume: 45 });
    const params = { conflictId: await place.lastConflictId() };
    await acme.manager.ask(endpoints.conflicts.resolve, { params, body: { choice: 'INCOMING' } });
    expect(await place.values()).toMatchObject({ oil: 45, version: 2 });
    expect(await place.conflicts()).toMatchObject([{ status: 'RESOLVED', choice: 'INCOMING' }]);
  },
  'one of the two authors settles it in the field, with a third value': async (place) => {
    await prompting(true);
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.creates(tablet, 2, { oilVolume: 45 });
    const choose = phone.event({
      eventType: 'CONFLICT_RESOLVED',
      aggregateId: await place.lastConflictId(),
      payload: { choice: 'MERGED', values: { oilVolume: 44 } },
    });
    expect(resultOf(await phone.sync([choose]))).toBe('synced');
    expect(await place.values()).toMatchObject({ oil: 44 });
  },
  'two people settle the same conflict: the first choice counts': async (place) => {
    await prompting(true);
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.creates(phone, 2, { oilVolume: 45 });
    const conflictId = await place.lastConflictId();
    const choose = (choice: 'EXISTING' | 'INCOMING') =>
      acme.manager.ask(endpoints.conflicts.resolve, { params: { conflictId }, body: { choice } });
    await choose('EXISTING');
    expect(await choose('INCOMING')).toMatchObject({ status: 'RESOLVED', choice: 'EXISTING' });
    expect(await place.values()).toMatchObject({ oil: 42.5, version: 1 });
  },
  'the dashboard changed a value after it was typed in the field: the dashboard wins': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.types(1, { oilVolume: 50 });
    expect(await place.edits(phone, 5, 1, { oilVolume: 41 })).toBe('SKIP');
    expect(await place.values()).toMatchObject({ oil: 50, version: 2 });
  },
  'the dashboard changed another value than the field did: both stand': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.types(1, { notes: 'Checked' });
    expect(await place.edits(phone, 5, 1, { gasVolume: 9 })).toBe('MERGE');
    expect(await place.values()).toEqual({ oil: 42.5, gas: 9, notes: 'Checked', version: 3 });
  },
  'a manager’s deletion that did not know of a later change gives way': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.edits(phone, 9, 1, { oilVolume: 44 });
    expect(await place.deletes(tablet, 5, 1)).toBe('SKIP');
    expect(await place.values()).toMatchObject({ oil: 44, version: 2 });
  },
  'a deletion later than the change that it did not know wins, and can be undone': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.edits(phone, 5, 1, { oilVolume: 44 });
    expect(await place.deletes(tablet, 9, 1)).toBe('OVERWRITE');
    expect(await place.isThere()).toBe(false);
    await place.undo();
    expect(await place.values()).toMatchObject({ oil: 44, version: 4 });
  },
  'an edit of a record that was deleted is refused, for its person to enter anew': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.deletes(tablet, 2, 1);
    expect(await place.edits(phone, 9, 1, { oilVolume: 44 })).toBe('RECORD_NOT_FOUND');
    expect(await place.isThere()).toBe(false);
  },
  'who typed into the wrong well and deletes it again leaves what a colleague entered there': async (
    place,
  ) => {
    await place.creates(tablet, 1, { oilVolume: 70 });
    expect(await place.creates(phone, 2, { oilVolume: 5 })).toBe('OVERWRITE');
    expect(await place.deletes(phone, 3, 0)).toBe('MERGE');
    expect(await place.values()).toMatchObject({ oil: 70, version: 3 });
    expect(await place.conflicts()).toMatchObject([{ status: 'WITHDRAWN' }, { status: 'SETTLED' }]);
  },
  'what stood in an open conflict is taken back: the other side is applied': async (place) => {
    await prompting(true);
    await place.creates(phone, 1, { oilVolume: 5 });
    expect(await place.creates(tablet, 2, { oilVolume: 70 })).toBe('USER_PROMPT');
    expect(await place.deletes(phone, 3, 0)).toBe('synced');
    expect(await place.values()).toMatchObject({ oil: 70 });
    expect((await place.conflicts())[0]).toMatchObject({ status: 'WITHDRAWN', outcome: 'USER_PROMPT' });
  },
  'an operator does not delete what a colleague entered': async (place) => {
    await place.creates(tablet, 1, { oilVolume: 70 });
    expect(await place.deletes(phone, 2, 1)).toBe('FORBIDDEN');
    expect(await place.values()).toMatchObject({ oil: 70, version: 1 });
  },
  'a day that the device does not hold: what is there stays, what is missing is filled in': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 70 });
    arrive();
    const event = tablet.event({
      aggregateId: place.wellId,
      baseVersion: null,
      timestamp: at(begin + 9),
      payload: { productionDate: DAY, oilVolume: 5, gasVolume: 3 },
    });
    expect(resultOf(await tablet.sync([event]))).toBe('SKIP');
    expect(await place.values()).toMatchObject({ oil: 70, gas: 3 });
  },
  'both deleted it: they agree': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    expect(await place.deletes(laptop, 2, 1)).toBe('synced');
    expect(await place.deletes(phone, 3, 1)).toBe('synced');
    expect(await place.isThere()).toBe(false);
  },
  'an entry where only a deleted record stands makes it live again': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42.5 });
    await place.deletes(laptop, 2, 1);
    expect(await place.creates(phone, 1, { gasVolume: 7 })).toBe('synced');
    expect(await place.values()).toMatchObject({ oil: null, gas: 7, version: 3 });
  },
  'who saw the value and corrected it wins, though their clock is behind': async (place) => {
    await place.creates(laptop, 500, { oilVolume: 42.5 });
    expect(await place.edits(phone, 1, 1, { oilVolume: 44 })).toBe('synced');
    expect(await place.creates(laptop, 501, { oilVolume: 43 })).toBe('OVERWRITE');
    expect(await place.values()).toMatchObject({ oil: 43 });
  },
  'an entry and its correction, both offline on one device, are no conflict': async (place) => {
    await place.creates(phone, 1, { oilVolume: 42.5 });
    expect(await place.edits(phone, 2, 0, { oilVolume: 44 })).toBe('synced');
    expect(await place.values()).toMatchObject({ oil: 44, version: 2 });
    expect(await place.conflicts()).toEqual([]);
  },
  'three devices on one day: the latest wins, and the two others can be read': async (place) => {
    await place.creates(laptop, 2, { oilVolume: 42 });
    expect(await place.creates(phone, 3, { oilVolume: 43 })).toBe('OVERWRITE');
    expect(await place.creates(tablet, 1, { oilVolume: 41 })).toBe('SKIP');
    expect(await place.values()).toMatchObject({ oil: 43 });
    const kept = (await place.conflicts()).flatMap(({ existingData, incomingData }) => [
      existingData['oilVolume'],
      incomingData['oilVolume'],
    ]);
    expect(new Set(kept)).toEqual(new Set([41, 42, 43]));
  },
  'a value that was cleared on one device and changed on another: the later wins': async (place) => {
    await place.creates(laptop, 1, { oilVolume: 42, gasVolume: 100 });
    await place.edits(phone, 5, 1, { gasVolume: 110 });
    expect(await place.edits(laptop, 3, 1, { gasVolume: null })).toBe('SKIP');
    expect(await place.edits(tablet, 9, 1, { gasVolume: null })).toBe('OVERWRITE');
    expect(await place.values()).toMatchObject({ oil: 42, gas: null });
    await place.undo();
    expect(await place.values()).toMatchObject({ gas: 110 });
  },
  "an item's status from two devices: the later wins; its other fields both stand": async (place) => {
    expect(await place.changesItem(laptop, 'EQUIPMENT_UPDATED', 5, { status: 'FAILED' })).toBe('synced');
    expect(await place.changesItem(phone, 'EQUIPMENT_UPDATED', 3, { status: 'MAINTENANCE' })).toBe('SKIP');
    expect(await place.changesItem(phone, 'EQUIPMENT_UPDATED', 4, { model: 'C-228D' })).toBe('MERGE');
    expect(await place.item()).toMatchObject({ status: 'FAILED', model: 'C-228D' });
  },
};

test.each(Object.entries(scenarios))('%s', async (_, play) => {
  await play(await Place.make());
  expect((await verifyLog(acme.database.db)).faults).toEqual([]);
});
