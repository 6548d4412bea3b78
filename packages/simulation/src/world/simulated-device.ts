/** A laptop or phone: a disk, a clock, a link, and the app, which is started again whenever it died. */
import {
  MemoryPersonKeys,
  type OfflineClient,
  type DeviceStatus,
  type repairingDriver,
} from '@wellpulse/offline';
import type { Random } from '../chance/random.ts';
import type { Scheduler } from '../chance/scheduler.ts';
import type { Trace } from '../chance/trace.ts';
import { MemoryDisk, type DiskCopy } from '../disk/memory-disk.ts';
import { Link } from '../network/link.ts';
import type { User } from '../server/sessions.ts';
import type { SimulatedServer } from '../server/simulated-server.ts';
import { TENANT } from '../server/tenant.ts';
import { DeviceClock } from './device-clock.ts';
import { Program, type ProgramParts } from './program.ts';

export interface DeviceInput {
  readonly name: string;
  readonly owner: User;
  readonly scheduler: Scheduler;
  readonly random: Random;
  readonly trace: Trace;
  readonly server: SimulatedServer;
  readonly historyDays: number;
  readonly openDatabase: typeof repairingDriver;
  /** What a broken variant does to the app's surroundings. */
  readonly wrap: (parts: ProgramParts, device: SimulatedDevice) => ProgramParts;
  /** What a broken variant's disk does when the program dies. */
  readonly onDeath: (device: SimulatedDevice) => void;
}

export class SimulatedDevice {
  readonly name: string;
  readonly owner: User;
  readonly disk = new MemoryDisk();
  /** The platform's key store: no backup holds it. */
  readonly keys = new MemoryPersonKeys();
  readonly clock: DeviceClock;
  readonly link: Link;
  readonly #in: DeviceInput;
  #program: Program;
  #client: OfflineClient | null = null;

  constructor(input: DeviceInput) {
    this.#in = input;
    const { name, owner, scheduler, random, trace, server } = input;
    this.name = name;
    this.owner = owner;
    this.clock = new DeviceClock(scheduler, random.fork());
    this.link = new Link({ scheduler, random: random.fork(), trace, server, name });
    this.#program = this.#run();
  }

  get program(): Program {
    return this.#program;
  }

  /** The app, if it is up. */
  get client(): OfflineClient | null {
    return this.#program.isAlive ? this.#client : null;
  }

  /** Starts the app if it isn't running. */
  start(): void {
    if (this.#program.isAlive) return;
    this.#in.trace.add(this.name, 'the app starts');
    this.#program = this.#run();
  }

  /** Puts back an old copy of the disk, as from a backup of the machine. */
  setBackTo(copy: DiskCopy): void {
    this.#program.kill();
    this.disk.setBackTo(copy);
    this.#in.trace.add(this.name, 'is set back to an old state');
  }

  /** Signs in with the password, which needs the network; registers the device with that if it has to be. */
  async signIn(user: User, { registers }: { registers: boolean }): Promise<boolean> {
    const { client } = this;
    if (client === null) return false;
    const { name, trace } = { ...this.#in };
    const credentials = { tenant: TENANT.slug, email: user.email, password: 'wellpulse-demo' };
    try {
      if (registers)
        await client.sessions.register({ ...credentials, deviceName: name, platform: 'ELECTRON' });
      else await client.sessions.signIn(credentials);
      trace.add(name, `${user.name} ${registers ? 'registers it' : 'signs in'}`);
      void client.sync.syncNow();
      return true;
    } catch (error) {
      trace.add(name, `${user.name} cannot sign in: ${error instanceof Error ? error.message : ''}`);
      return false;
    }
  }

  status(): Promise<DeviceStatus> | null {
    return this.client?.status.current() ?? null;
  }

  #run(): Program {
    this.#client = null;
    const { trace, historyDays, openDatabase, wrap, onDeath } = this.#in;
    const program = new Program({
      historyDays,
      disk: this.disk,
      transport: this.link,
      keys: this.keys,
      clockFor: (isAlive) => this.clock.forProgram(isAlive),
      openDatabase,
      wrap: (parts) => wrap(parts, this),
      onDeath: () => {
        trace.add(this.name, 'the app dies');
        onDeath(this);
      },
    });
    void program.started
      .then((client) => {
        this.#client = client;
      })
      .catch((error: unknown) => {
        trace.add(this.name, `the app cannot start: ${String(error)}`);
        program.kill();
      });
    return program;
  }
}
