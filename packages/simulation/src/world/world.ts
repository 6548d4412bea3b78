/** One seed's world: a server, some devices, their people, and what happened so far. */
import { Random } from '../chance/random.ts';
import { Scheduler } from '../chance/scheduler.ts';
import { Trace } from '../chance/trace.ts';
import { GOOD } from '../network/link-conditions.ts';
import { SimulatedServer } from '../server/simulated-server.ts';
import { CREW, wellIdOf } from '../server/tenant.ts';
import { Ledger } from './ledger.ts';
import { SimulatedDevice } from './simulated-device.ts';
import type { Wiring } from './wiring.ts';

/** Long before any day in a record: then none lies in the future, however wrong a device's clock is. */
const START = '2025-10-20T14:30:00.000Z';
export const DAYS = ['2016-06-10', '2016-06-11'] as const;
/** The most that a pull may ask for holds them, of a person's own wells; the usual 120 days hold neither. */
const LONG_HISTORY = 3660;
const SHORT_HISTORY = 120;
/** Each seventh world is a rough one. In none of them a variant was known to be found before there were any. */
export const isRough = (seed: number): boolean => seed % 7 === 5;

/** Whether the server of this seed's world is put back often, also with the storage of the photos. */
export const isRestored = (seed: number): boolean => seed % 14 === 0;

/** Whether entries of this seed's world often wait for their author, or a newer server. Later ones of their device arrive meanwhile. */
export const hasLateEntries = (seed: number): boolean => seed % 11 === 0;

/** Whether the storage of the photos is put back alone in this seed's world. */
export const losesPhotos = (seed: number): boolean => seed % 28 === 14;

export class World {
  readonly random: Random;
  readonly scheduler = new Scheduler(START);
  readonly trace: Trace;
  readonly server: SimulatedServer;
  readonly devices: readonly SimulatedDevice[];
  readonly ledger = new Ledger();
  readonly wellIds: readonly string[];
  /** Has faults that others have not. So one that is added here leaves the other worlds as they are, with what they are known to find. */
  readonly isRough: boolean;
  /** How many days of their people's own wells the devices keep. */
  readonly historyDays: number;
  /** Whether things often cannot pass while others wait behind them. */
  readonly isStubborn: boolean;
  /** Whether entries often wait for their author, or a newer server, while later ones of their device arrive. */
  readonly hasLateEntries: boolean;
  /** Whether its server is put back often, also with the storage of the photos. */
  readonly isRestored: boolean;
  /** Whether the storage of the photos is put back alone too. */
  readonly losesPhotos: boolean;
  /** Whether its people take pictures of gauges and tickets, with their readings. */
  readonly hasPicturedReadings: boolean;
  /** Found at the moment when it happened; what the end shows comes later. */
  readonly faults: string[] = [];
  #plannedInjections: (() => void)[] = [];

  constructor(seed: number, wiring: Wiring) {
    const random = new Random(seed);
    const { scheduler } = this;
    this.historyDays = seed % 3 === 0 ? SHORT_HISTORY : LONG_HISTORY;
    this.isRestored = isRestored(seed);
    this.losesPhotos = losesPhotos(seed);
    this.hasPicturedReadings = seed % 7 === 5 || this.isRestored;
    this.isStubborn = seed % 7 === 3;
    this.hasLateEntries = hasLateEntries(seed);
    this.random = random;
    this.isRough = isRough(seed);
    this.trace = new Trace(() => scheduler.now);
    const settings = {
      wells: random.whole(1, 3),
      conflictPolicy: random.isLucky(0.2) ? ('PROMPT' as const) : ('LAST_WRITE_WINS' as const),
      isRateLimited: random.isLucky(0.5),
      pageSize: random.pick([2, 5, 1000]),
      keepsOwnMarks: this.isRestored,
    };
    this.trace.add('world', `seed ${seed} ${JSON.stringify(settings)}`);
    this.wellIds = Array.from({ length: settings.wells }, (_, number) => wellIdOf(number));
    const { trace } = this;
    this.server = new SimulatedServer({
      scheduler,
      random: random.fork(),
      trace,
      parts: wiring.server,
      settings,
    });
    this.devices = Array.from({ length: random.whole(1, 3) }, (_, number) => {
      const owner = CREW[number % CREW.length];
      if (owner === undefined) throw new Error('Every device has an owner');
      return new SimulatedDevice({
        name: `device${number}`,
        owner,
        scheduler,
        random: random.fork(),
        trace,
        server: this.server,
        historyDays: this.historyDays,
        openDatabase: wiring.openDatabase,
        wrap: wiring.wrap,
        onDeath: wiring.onDeath,
      });
    });
  }

  /** Something goes wrong, or right again, after a while; not if everything is well before. */
  later(ms: number, run: () => void): void {
    this.#plannedInjections.push(this.scheduler.after(ms, run));
  }

  /** From now on nothing goes wrong any more. Defects of the server that nobody repairs stay. */
  endFaultInjection(): void {
    for (const cancel of this.#plannedInjections) cancel();
    this.#plannedInjections = [];
    this.server.recover();
    for (const device of this.devices) {
      device.start();
      device.program.spare();
      device.disk.spare();
      device.link.conditions = GOOD;
    }
  }

  close(): void {
    for (const device of this.devices) {
      device.program.kill();
      device.disk.close();
    }
  }
}

/** Whether the devices' window holds all days in which anybody enters something, of a person's own wells. */
export const holdsAllDays = ({ historyDays }: World): boolean => historyDays === LONG_HISTORY;
