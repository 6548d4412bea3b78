/**
 * The vectors of merging, played by the whole offline client against the simulated server. It is what a person types, which version
 * the device then names, and what the server makes of it. In the end it is what every device shows.
 */
import {
  inOrder,
  mergeVectors,
  payloadOf,
  type MergeStep,
  type MergeVector,
} from '@wellpulse/testing/merge-vectors';
import { inTurn } from '@wellpulse/testing/depth';
import { expect, test } from 'vitest';
import { CREW } from '../server/tenant.ts';
import type { SimulatedDevice } from '../world/simulated-device.ts';
import { clientOf, GatedField, readingAt, WELL_ID } from './gated-field.fixture.ts';

const DAY = '2016-06-10';
const MINUTE = 60_000;
const [ANN, BEN] = CREW;
if (ANN === undefined || BEN === undefined) throw new Error('There are two operators');
const PEOPLE = { ann: ANN, ben: BEN };
const OWNERS = { laptop: [ANN], phone: [ANN], tablet: [BEN], truck: [ANN, BEN] } as const;
/** The window that holds `DAY`, and one that does not. */
const HOLDS_DAY = 3660;
const HOLDS_NO_SUCH_DAY = 120;

class Play {
  readonly field: GatedField;
  readonly results = new Map<string, string>();
  readonly #devices = new Map<MergeStep['on'], SimulatedDevice>();
  readonly #typed = new Map<string, string>();
  readonly #waiting: MergeStep[];
  readonly #start: number;

  private constructor(
    field: GatedField,
    devices: Map<MergeStep['on'], SimulatedDevice>,
    waiting: MergeStep[],
  ) {
    this.field = field;
    this.#devices = devices;
    this.#waiting = waiting;
    this.#start = field.scheduler.now;
  }

  static async begin({ policy, steps, orders: _ }: MergeVector, arrivals: MergeStep[]): Promise<Play> {
    const field = new GatedField(policy);
    const devices = new Map<MergeStep['on'], SimulatedDevice>();
    for (const { on } of steps) {
      if (devices.has(on)) continue;
      const isBlind = steps.some((step) => step.on === on && step.base === null);
      devices.set(on, await field.addDevice(on, OWNERS[on], isBlind ? HOLDS_NO_SUCH_DAY : HOLDS_DAY));
    }
    return new Play(field, devices, arrivals);
  }

  get devices(): SimulatedDevice[] {
    return [...this.#devices.values()];
  }

  /** Types a step in its minute, once the version is there that its person was looking at. */
  async type(step: MergeStep): Promise<void> {
    if (this.#typed.has(step.id) || this.results.has(step.id)) return;
    const { scheduler } = this.field;
    await scheduler.runUntil(Math.max(scheduler.now, this.#start + step.minute * MINUTE));
    const device = this.#on(step);
    const client = clientOf(device);
    if (step.base !== null && step.base > 0) {
      while ((readingAt(this.field, DAY)?.version ?? 0) < step.base) await this.arrive();
      await this.field.pull(device);
    }
    await client.sessions.unlock(PEOPLE[step.by].id);
    // Where a device shows a reading already, an app changes it.
    const isShown = (await this.shownOn(device)) !== null;
    const recorded = await client.record({
      eventType: `PRODUCTION_${step.does === 'CREATED' && isShown ? 'UPDATED' : step.does}`,
      aggregateId: WELL_ID,
      // Parsed by the client, as everything that somebody types.
      payload: payloadOf(step, DAY) as { productionDate: string },
    });
    if (recorded.ok) {
      expect(recorded.event.baseVersion, `the base of ${step.id}`).toBe(step.base);
      this.#typed.set(step.id, recorded.event.id);
    } else this.results.set(step.id, recorded.code);
  }

  /** The next one in the order of arrival arrives. */
  async arrive(): Promise<void> {
    const step = this.#waiting.shift();
    if (step === undefined) throw new Error('Nothing arrives that brings this version');
    await this.type(step);
    const eventId = this.#typed.get(step.id);
    if (eventId === undefined) return;
    this.results.set(step.id, (await this.field.deliver(this.#on(step), eventId)) ?? 'NOT_SENT');
  }

  async arriveAll(): Promise<void> {
    while (this.#waiting.length > 0) await this.arrive();
  }

  /** The reading that a device shows; null for none. */
  async shownOn(device: SimulatedDevice) {
    const [row] = await clientOf(device).records.production(WELL_ID, { from: DAY, to: DAY }).all();
    return row === undefined
      ? null
      : { oilVolume: row.oilVolume, gasVolume: row.gasVolume, notes: row.notes };
  }

  #on({ on }: MergeStep): SimulatedDevice {
    const device = this.#devices.get(on);
    if (device === undefined) throw new Error('Each step is on a device');
    return device;
  }
}

/** A device sends what it holds of a record in its order. What waits for its author is another matter. */
const keepsEachDevicesOrder = (arrivals: readonly MergeStep[]): boolean =>
  arrivals.every((step, index) =>
    arrivals.slice(index + 1).every((later) => later.on !== step.on || later.minute > step.minute),
  );

const played = mergeVectors.flatMap((vector) =>
  Object.entries(vector.orders)
    .map(([order, becomes]) => ({ name: vector.name, order, vector, becomes }))
    .filter(({ order }) => keepsEachDevicesOrder(inOrder(vector, order))),
);

test.each(inTurn(played, 3))('$name ($order)', async ({ order, vector, becomes }) => {
  const arrivals = inOrder(vector, order);
  const play = await Play.begin(vector, [...arrivals]);
  const { field } = play;
  for (const step of vector.steps.toSorted((left, right) => left.minute - right.minute))
    await play.type(step);
  await play.arriveAll();
  const conflicts = field.server.store.begin().conflicts.all();
  expect({
    results: arrivals.map(({ id }) => play.results.get(id)),
    conflicts: conflicts.map(({ status }) => status),
  }).toEqual(becomes);
  for (const device of play.devices) {
    await field.pull(device);
    const shown = await play.shownOn(device);
    expect(shown, device.name).toEqual(vector.stands);
  }
  field.close(play.devices);
});
