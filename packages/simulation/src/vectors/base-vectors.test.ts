/**
 * The vectors of events that rest on what a server lost. The whole offline client plays them against the simulated server: what it
 * sends again, what waits, and what stands in the end.
 */
import { versionFloorAfter } from '@wellpulse/domain';
import { markVectors, type BaseStep, type BaseVector, type SentStep } from '@wellpulse/testing/mark-vectors';
import { expect, test } from 'vitest';
import { checkOverwrites } from '../checks/overwrites.check.ts';
import { ADMIN, CREW, TENANT } from '../server/tenant.ts';
import type { SimulatedDevice } from '../world/simulated-device.ts';
import { clientOf, GatedField, readingAt, WELL_ID } from './gated-field.fixture.ts';

const DAY = '2016-06-10';
const DAY_MS = 86_400_000;
const HOLDS_DAY = 3660;
const [ANN, BEN] = CREW;
if (ANN === undefined || BEN === undefined) throw new Error('There are two operators');
const OWNERS = { truck: ANN, phone: BEN } as const;

class Play {
  readonly field = new GatedField();
  readonly #devices = new Map<'truck' | 'phone', SimulatedDevice>();
  readonly #typed = new Map<string, { readonly device: SimulatedDevice; readonly eventId: string }>();
  #backup = this.field.server.backUp();

  static async begin(): Promise<Play> {
    const play = new Play();
    play.#devices.set('truck', await play.field.addDevice('truck', [OWNERS.truck], HOLDS_DAY));
    play.#devices.set('phone', await play.field.addDevice('phone', [OWNERS.phone], HOLDS_DAY));
    play.#backup = play.field.server.backUp();
    return play;
  }

  get devices(): SimulatedDevice[] {
    return [...this.#devices.values()];
  }

  async step(step: BaseStep, later: readonly BaseStep[]): Promise<void> {
    const { server, scheduler } = this.field;
    switch (step.do) {
      case 'send':
        await this.#send(step);
        await this.#lookAhead(later);
        return;
      case 'backUp':
        this.#backup = server.backUp();
        return;
      case 'restore':
        server.putBack(this.#backup);
        return this.#signInAgain();
      case 'beginLineage': {
        const versionFloor = versionFloorAfter(null, new Date(scheduler.now).toISOString());
        const payload = { number: 1, versionFloor };
        server.dashboardUsers.do(ADMIN, { eventType: 'LINEAGE_BEGUN', aggregateId: TENANT.id, payload });
        return;
      }
      case 'wait':
        await scheduler.runUntil(scheduler.now + step.days * DAY_MS);
        return this.#signInAgain();
    }
  }

  async #send(step: SentStep): Promise<void> {
    const before = this.#typed.get(step.id);
    // With a pull its device learns what the server lost.
    if (before !== undefined) await this.field.pull(before.device);
    const { device, eventId } = before ?? (await this.#type(step));
    const became = await this.field.deliver(device, eventId);
    // What follows an entry that waits stays on its device.
    expect(became ?? 'BASE_MISSING', step.id).toBe(step.becomes);
  }

  async #type({ id, on = 'truck', does = 'CREATED', base = 0, values }: SentStep) {
    const device = this.#on(on);
    if (base === 'FLOOR') await this.field.pull(device);
    const version = base === 'FLOOR' ? readingAt(this.field, DAY)?.version : base;
    const recorded = await clientOf(device).record({
      eventType: `PRODUCTION_${does}`,
      aggregateId: WELL_ID,
      payload: { productionDate: DAY, ...values },
    });
    if (!recorded.ok) throw new Error(recorded.code);
    expect(recorded.event.baseVersion, `the base of ${id}`).toBe(version);
    const typed = { device, eventId: recorded.event.id };
    this.#typed.set(id, typed);
    return typed;
  }

  /** A device whose next entry names the present version pulls it now. */
  async #lookAhead(later: readonly BaseStep[]): Promise<void> {
    const version = readingAt(this.field, DAY)?.version ?? 0;
    for (const [name, device] of this.#devices) {
      const next = later.find(
        (step): step is SentStep =>
          step.do === 'send' && step.on === name && step.base !== undefined && !this.#typed.has(step.id),
      );
      if (next?.base === version) await this.field.pull(device);
    }
  }

  async #signInAgain(): Promise<void> {
    for (const device of this.devices) await this.field.signIn(device);
  }

  #on(name: 'truck' | 'phone'): SimulatedDevice {
    const device = this.#devices.get(name);
    if (device === undefined) throw new Error('Both are there');
    return device;
  }
}

async function played({ steps }: BaseVector): Promise<Play> {
  const play = await Play.begin();
  for (const [index, step] of steps.entries()) await play.step(step, steps.slice(index + 1));
  return play;
}

test.each(markVectors.bases)('$name', async (vector: BaseVector) => {
  const { stands } = vector;
  const play = await played(vector);
  expect(readingAt(play.field, DAY)).toMatchObject(stands);
  expect(checkOverwrites(play.field)).toEqual([]);
  for (const device of play.devices) {
    await play.field.pull(device);
    // One that has still to bring what the server lost shows that.
    if ((await clientOf(device).status.current()).pendingEvents > 0) continue;
    const [row] = await clientOf(device).records.production(WELL_ID, { from: DAY, to: DAY }).all();
    expect(row, device.name).toMatchObject(stands);
  }
  play.field.close(play.devices);
});

test('the simulation notices if one who had seen who brought the same value loses all the same', async () => {
  const vector = markVectors.bases.find(({ name }) => name.includes('who brought the same value'));
  if (vector === undefined) throw new Error('There is such a vector');
  const { field, devices } = await played(vector);
  const { store, batches } = field.server;
  // As if its device had looked at what stands in the end.
  const baseVersion = readingAt(field, DAY)?.version;
  const heard = batches.heard.map(({ raw }) => ({
    raw: raw['baseVersion'] === 2 ? { ...raw, baseVersion } : raw,
  }));
  const faults = checkOverwrites({ server: { store, batches: { heard } } });
  expect(faults).toEqual([expect.stringMatching(/had seen oilVolume, and still lost$/)]);
  field.close(devices);
});
