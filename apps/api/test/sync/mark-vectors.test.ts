/** The vectors of servers that were put back, with databases that are. */
import { endpoints, LOG_HEADER, type SyncAnswer } from '@wellpulse/contracts';
import { aWell, TestDevice, type WireEvent } from '@wellpulse/testing';
import { inTurn } from '@wellpulse/testing/depth';
import { markVectors, type MarkStep, type SentStep } from '@wellpulse/testing/mark-vectors';
import { afterAll, expect, inject, test } from 'vitest';
import { verifyLog } from '../../src/audit/verify-log.ts';
import { LineageService, presentLineage } from '../../src/lineage/lineage.service.ts';
import { formatMark } from '../../src/lineage/log-mark.ts';
import { startBareApi } from '../support/harness.ts';
import { backUp, type Backup } from '../support/put-back.ts';
import type { TestTenant } from '../support/tenants.ts';

const api = await startBareApi();
afterAll(() => api.stop());
const { clock } = api;
const lineages = api.app.get(LineageService);
const now = (): string => clock.now();
const DAY = '2025-03-10';
const DAY_MS = 86_400_000;

/** A tenant of its own, with two devices that were there before anything happened. */
class Place {
  readonly tenant: TestTenant;
  readonly devices: Readonly<Record<'truck' | 'phone', TestDevice>>;
  #backup: Backup | undefined;

  private constructor(tenant: TestTenant, devices: Place['devices']) {
    this.tenant = tenant;
    this.devices = devices;
  }

  static async make(): Promise<Place> {
    const tenant = await api.addTenant();
    const [truck, phone] = [
      await TestDevice.register(tenant.operator, now, { platform: 'ELECTRON' }),
      await TestDevice.register(await tenant.join('OPERATOR'), now),
    ];
    return new Place(tenant, { truck, phone });
  }

  async addWell(): Promise<string> {
    const manager = await this.tenant.manager.again();
    return (await manager.ask(endpoints.wells.create, { body: aWell() })).id;
  }

  async backUp(): Promise<Backup> {
    this.#backup = await backUp(inject('postgresUrl'), this.tenant.slug);
    return this.#backup;
  }

  restore = async (): Promise<void> => this.#backup?.restore();

  /** Sessions end in a restore, and in a month. */
  async signInAgain(): Promise<void> {
    for (const device of Object.values(this.devices)) await device.signIn(device.owner);
  }

  get db() {
    return this.tenant.database.db;
  }
}

test.each(inTurn(markVectors.marks, 4))('$name', async ({ steps }) => {
  const place = await Place.make();
  const marks = new Map([['zero', `0.${'0'.repeat(64)}`]]);
  const backups = new Map<string, Backup>();
  const play = async (step: MarkStep): Promise<void> => {
    switch (step.do) {
      case 'write':
        await place.addWell();
        return;
      case 'keep':
        marks.set(step.mark, (await lineages.markOf(place.tenant.database))?.mark ?? '');
        return;
      case 'backUp':
        backups.set(step.as, await place.backUp());
        return;
      case 'restore':
        await backups.get(step.of)?.restore();
        return;
      case 'ask': {
        const beyond = formatMark({ sequence: 1_000_000, hash: 'a'.repeat(64) });
        const mark = step.mark === null ? null : (marks.get(step.mark) ?? beyond);
        const headers = mark === null ? {} : { [LOG_HEADER]: mark };
        const response = await place.devices[step.device].owner.fetch('/sync/changes', { headers });
        const { code = 'TAKEN' } = (await response.json()) as { readonly code?: string };
        expect([code, await presentLineage(place.db)]).toEqual([step.becomes, step.lineage]);
      }
    }
  };
  for (const step of steps) await play(step);
});

const resultOf = ({ synced, conflicts, failed }: SyncAnswer): string =>
  conflicts[0]?.resolution ?? failed[0]?.code ?? (synced.length === 1 ? 'SYNCED' : 'NOTHING');

test.each(inTurn(markVectors.bases, 4))('$name', async ({ steps, stands }) => {
  clock.run();
  clock.stopAt(now());
  const place = await Place.make();
  const wellId = await place.addWell();
  const events = new Map<string, { readonly device: TestDevice; readonly event: WireEvent }>();
  const read = async () => {
    const manager = await place.tenant.manager.again();
    return manager.call(endpoints.production.get, { params: { wellId, date: DAY } });
  };
  const eventOf = async ({ id, on = 'truck', does = 'CREATED', base = 0, values }: SentStep) => {
    const device = place.devices[on];
    const reading = await read();
    const version = reading.ok ? reading.value.version : 0;
    const event = device.event({
      eventType: `PRODUCTION_${does}`,
      aggregateId: wellId,
      baseVersion: base === 'FLOOR' ? version : base,
      payload: { productionDate: DAY, ...values },
    });
    return events.get(id) ?? { device, event };
  };
  for (const step of steps) {
    clock.stopAt(new Date(Date.parse(now()) + 60_000).toISOString());
    if (step.do === 'backUp') await place.backUp();
    if (step.do === 'restore') await place.restore();
    if (step.do === 'beginLineage') await lineages.begin(place.tenant.database, 0, { cause: 'COMMAND' });
    if (step.do === 'wait') clock.stopAt(new Date(Date.parse(now()) + step.days * DAY_MS).toISOString());
    if (step.do === 'wait' || step.do === 'restore') await place.signInAgain();
    if (step.do !== 'send') continue;
    const sent = await eventOf(step);
    events.set(step.id, sent);
    expect(resultOf(await sent.device.sync([sent.event])), step.id).toBe(step.becomes);
  }
  expect(await read()).toMatchObject({ ok: true, value: stands });
  expect((await verifyLog(place.db)).faults).toEqual([]);
});
