/**
 * Devices and a server of the simulation whose links let pass what a test says, and nothing else: one entry at a time, and pulls when
 * they are wanted. So the whole offline client plays vectors that name what somebody had seen and what arrives when.
 */
import { recordKeyOf } from '@wellpulse/domain';
import type { OfflineClient, Transport } from '@wellpulse/offline';
import type { ConflictPolicy } from '@wellpulse/contracts';
import { Random } from '../chance/random.ts';
import { Scheduler } from '../chance/scheduler.ts';
import { Trace } from '../chance/trace.ts';
import { SOUND_PARTS } from '../server/server-parts.ts';
import type { User } from '../server/sessions.ts';
import { SimulatedServer } from '../server/simulated-server.ts';
import { wellIdOf } from '../server/tenant.ts';
import { SimulatedDevice } from '../world/simulated-device.ts';
import { SOUND } from '../world/wiring.ts';

const START = '2025-10-20T14:30:00.000Z';
const SECOND = 1000;
/** Longer than any answer, and shorter than what the devices plan by themselves. */
const PATIENCE = 100 * SECOND;

export const WELL_ID = wellIdOf(0);

interface Gate {
  /** The event that may pass; null for none. */
  event: string | null;
  pulls: boolean;
}

export class GatedField {
  readonly scheduler = new Scheduler(START);
  readonly server: SimulatedServer;
  readonly #trace = new Trace(() => this.scheduler.now);
  readonly #random = new Random(1);
  readonly #gates = new Map<SimulatedDevice, Gate>();

  constructor(conflictPolicy: ConflictPolicy = 'LAST_WRITE_WINS') {
    const { scheduler } = this;
    this.server = new SimulatedServer({
      scheduler,
      random: this.#random.fork(),
      trace: this.#trace,
      parts: SOUND_PARTS,
      settings: { wells: 1, conflictPolicy, isRateLimited: false, pageSize: 1000, keepsOwnMarks: false },
    });
  }

  /** A device on which these people have signed in, and which has pulled all there is. */
  async addDevice(name: string, people: readonly [User, ...User[]], historyDays: number) {
    const gate: Gate = { event: null, pulls: true };
    const device = new SimulatedDevice({
      name,
      owner: people[0],
      scheduler: this.scheduler,
      random: this.#random.fork(),
      trace: this.#trace,
      server: this.server,
      historyDays,
      openDatabase: SOUND.openDatabase,
      wrap: (parts) => ({ ...parts, transport: gated(parts.transport, gate) }),
      onDeath: () => undefined,
    });
    this.#gates.set(device, gate);
    // What a test wants is synced, and when it wants that.
    await (await device.program.started).sync.stop();
    for (const [index, person] of people.entries())
      await this.#passing(device.signIn(person, { registers: index === 0 }));
    await this.pull(device);
    return device;
  }

  /** Lets the device pull all that the server has; nothing that it holds leaves it. */
  async pull(device: SimulatedDevice): Promise<void> {
    this.#gate(device).pulls = true;
    await this.#passing(clientOf(device).sync.syncNow());
    this.#gate(device).pulls = false;
  }

  /** Lets one event pass, and returns what becomes of it now; undefined if its device did not send it. */
  async deliver(device: SimulatedDevice, eventId: string): Promise<string | undefined> {
    const { heard } = this.server.batches;
    const before = heard.length;
    this.#gate(device).event = eventId;
    await this.#passing(clientOf(device).sync.syncNow());
    this.#gate(device).event = null;
    const outcome = heard.slice(before).findLast(({ raw }) => raw.id === eventId)?.outcome;
    if (outcome === undefined) return undefined;
    if (outcome.result === 'FAILED') return outcome.code;
    return outcome.result === 'CONFLICT' ? outcome.resolution : 'SYNCED';
  }

  /** Somebody signs in, as after a restore or a month. */
  async signIn(device: SimulatedDevice): Promise<void> {
    await this.#passing(device.signIn(device.owner, { registers: false }));
  }

  close(devices: readonly SimulatedDevice[]): void {
    for (const device of devices) {
      device.program.kill();
      device.disk.close();
    }
  }

  #gate(device: SimulatedDevice): Gate {
    const gate = this.#gates.get(device);
    if (gate === undefined) throw new Error(`${device.name} is of another field`);
    return gate;
  }

  async #passing<Result>(work: Promise<Result>): Promise<Result> {
    const state = { isDone: false };
    const watched = work.finally(() => {
      state.isDone = true;
    });
    await this.scheduler.runUntil(this.scheduler.now + PATIENCE, () => state.isDone);
    if (!state.isDone) throw new Error('Nothing came of it');
    return watched;
  }
}

export function clientOf({ client }: SimulatedDevice): OfflineClient {
  if (client === null) throw new Error('Its app is not up');
  return client;
}

const gated = (transport: Transport, gate: Gate): Transport => ({
  put: (request) => transport.put(request),
  call: async (endpoint, request, options) => {
    const { events } = (endpoint.path === '/sync/batch' ? request.body : { events: [] }) as unknown as {
      readonly events: readonly { readonly id: string }[];
    };
    const isBatchHeld = events.some(({ id }) => id !== gate.event);
    const isHeld = isBatchHeld || (endpoint.path === '/sync/changes' && !gate.pulls);
    return isHeld ? { kind: 'NO_ANSWER' } : transport.call(endpoint, request, options);
  },
});

/** The reading of the vectors' well and day, as the server has it; null if it has none. */
export function readingAt({ server }: GatedField, productionDate: string) {
  const key = recordKeyOf({
    eventType: 'PRODUCTION_CREATED',
    aggregateId: WELL_ID,
    payload: { productionDate },
  });
  const row = server.store.begin().production.get(key);
  return row === undefined || row.deleted ? null : row;
}
