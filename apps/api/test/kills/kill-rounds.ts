/**
 * Devices enter and sync, and in each round something is killed at a random moment: a device, the API, PostgreSQL, or
 * several of them. What was killed is started again, and the devices sync until nothing is left to send.
 */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { aWell } from '@wellpulse/testing';
import { setTimeout as delay } from 'node:timers/promises';
import type { Outcome } from '../support/program.ts';
import { Books, type Attempt, type Audit } from './books.ts';
import { Chance } from './chance.ts';
import { DeviceWorkshop, savedEvent, type DeviceProgram } from './device-program.ts';
import { Servers } from './servers.ts';

export const KILLS = ['ENTERING', 'SYNCING', 'API', 'DATABASE', 'EVERYTHING'] as const;
export type Kill = (typeof KILLS)[number];

export interface KillReport extends Audit {
  readonly rounds: number;
  /** How often something ended by SIGKILL, and not by itself before. */
  readonly killed: Readonly<Record<'enter' | 'sync' | 'api' | 'database', number>>;
  /** How often somebody had to sign in again to get a queue moving. */
  readonly signedInAgain: number;
  /** What `wellpulse audit verify` says of the log. */
  readonly log: string;
}

export interface KillOptions {
  readonly rounds: number;
  readonly devices: number;
  readonly seed: number;
  readonly onRound?: (round: number, kill: Kill) => void;
}

/** The share of its life after which a command is past its start and does its work. */
const WORKS_FROM = { enter: 0.65, sync: 0.4 };
const FIRST_DAY = '2000-01-01';
/** How often a device may have to ask again after everything is back. */
const MOST_SYNCS = 10;

/** Plays the rounds on servers of its own; throws if a queue is stuck or the log is wrong. */
export async function playKillRounds(options: KillOptions): Promise<KillReport> {
  const [servers, workshop] = await Promise.all([Servers.start(), DeviceWorkshop.open()]);
  try {
    return await (await KillGame.open(servers, workshop, options)).play();
  } finally {
    await Promise.all([servers.remove(), workshop.remove()]);
  }
}

class KillGame {
  readonly #servers: Servers;
  readonly #options: KillOptions;
  readonly #chance: Chance;
  readonly #wellIds: readonly string[];
  readonly #devices: readonly DeviceProgram[];
  readonly #books = new Books();
  readonly #killed = { enter: 0, sync: 0, api: 0, database: 0 };
  readonly #own = new Map<DeviceProgram, Attempt[]>();
  #entered = 0;
  #signedInAgain = 0;

  private constructor(
    servers: Servers,
    options: KillOptions,
    wellIds: readonly string[],
    devices: readonly DeviceProgram[],
  ) {
    this.#servers = servers;
    this.#options = options;
    this.#chance = new Chance(String(options.seed));
    this.#wellIds = wellIds;
    this.#devices = devices;
  }

  static async open(servers: Servers, workshop: DeviceWorkshop, options: KillOptions): Promise<KillGame> {
    const manager = await servers.manager();
    const wellIds: string[] = [];
    const devices: DeviceProgram[] = [];
    for (let index = 0; index < options.devices; index += 1) {
      const { id } = await manager.ask(endpoints.wells.create, { body: aWell({ name: wellName(index) }) });
      wellIds.push(id);
      devices.push(await workshop.register(`truck-${index + 1}`, servers.apiUrl));
    }
    const game = new KillGame(servers, options, wellIds, devices);
    await game.#settle();
    return game;
  }

  async play(): Promise<KillReport> {
    const { rounds, onRound } = this.#options;
    for (let round = 0; round < rounds; round += 1) {
      const kill = KILLS[round % KILLS.length] ?? 'EVERYTHING';
      onRound?.(round, kill);
      await this.#play(kill, round);
      await this.#servers.repair();
    }
    await this.#settle();
    const log = await this.#servers.verifyLog();
    const audit = await this.#books.compare(await this.#servers.manager());
    return { rounds, ...audit, killed: this.#killed, signedInAgain: this.#signedInAgain, log };
  }

  async #play(kill: Kill, round: number): Promise<void> {
    const isEntering = kill === 'ENTERING' || kill === 'EVERYTHING';
    const isSyncing = kill === 'SYNCING' || kill === 'EVERYTHING';
    await Promise.all(
      this.#devices.map((device, index) => this.#enterSome(device, index, round, isEntering)),
    );
    const servers = this.#killServers(kill);
    // Those who don't sync now have more to send the next time.
    const syncing = this.#devices.filter(() => this.#chance.isLucky(0.8));
    await Promise.all(syncing.map((device) => this.#run(device, 'sync', ['sync'], isSyncing)));
    await servers;
  }

  async #killServers(kill: Kill): Promise<void> {
    const moment = this.#moment('sync') * Math.max(...this.#devices.map((device) => device.lasts('sync')));
    const victims = kill === 'EVERYTHING' ? (['API', 'DATABASE'] as const) : [kill];
    await delay(moment);
    if (victims.includes('API')) {
      this.#killed.api += 1;
      await this.#servers.killApi();
    }
    if (victims.includes('DATABASE')) {
      this.#killed.database += 1;
      await this.#servers.killDatabase();
    }
  }

  /** A day of the device's own, now and then a correction of one, and a day that all devices enter. */
  async #enterSome(device: DeviceProgram, index: number, round: number, mayDie: boolean): Promise<void> {
    const own = this.#own.get(device) ?? [];
    this.#own.set(device, own);
    const acknowledged = own.filter(({ eventId }) => eventId !== null);
    if (acknowledged.length > 0 && this.#chance.isLucky(0.3)) {
      const { wellId, productionDate } = this.#chance.pick(acknowledged);
      own.push(await this.#enter(device, 'correction', { wellId, productionDate }, mayDie));
    } else {
      const wellId = this.#wellIds[index] ?? '';
      const productionDate = addDays(FIRST_DAY, 2 * round);
      own.push(await this.#enter(device, 'production', { wellId, productionDate }, mayDie));
    }
    const wellId = this.#wellIds[round % this.#devices.length] ?? '';
    if (index < 2 && this.#chance.isLucky(0.5)) {
      const productionDate = addDays(FIRST_DAY, 2 * round + 1);
      this.#books.share(wellId, productionDate);
      await this.#enter(device, 'production', { wellId, productionDate }, mayDie);
    }
  }

  async #enter(
    device: DeviceProgram,
    what: 'production' | 'correction',
    { wellId, productionDate }: Pick<Attempt, 'wellId' | 'productionDate'>,
    mayDie: boolean,
  ): Promise<Attempt> {
    this.#entered += 1;
    const oilVolume = this.#entered / 100;
    const well = wellName(this.#wellIds.indexOf(wellId));
    const args = ['enter', what, well, '--date', productionDate, '--oil', String(oilVolume)];
    const outcome = await this.#run(device, 'enter', args, mayDie);
    if (outcome.code === 1) throw new Error(`${device.name} could not enter: ${outcome.errors}`);
    const attempt = { wellId, productionDate, oilVolume, eventId: savedEvent(outcome) };
    this.#books.add(attempt);
    return attempt;
  }

  async #run(
    device: DeviceProgram,
    kind: 'enter' | 'sync',
    args: readonly string[],
    mayDie: boolean,
  ): Promise<Outcome> {
    const outcome = await device.run(
      args,
      mayDie && this.#chance.isLucky(0.6) ? this.#moment(kind) : undefined,
    );
    if (outcome.code === null) this.#killed[kind] += 1;
    return outcome;
  }

  /** A moment of a command's life, as a share of it; seldom while Node itself still starts. */
  #moment(kind: 'enter' | 'sync'): number {
    return this.#chance.between(WORKS_FROM[kind], 1.05);
  }

  /** A kill between the renewal of a session and its saving loses the session. The person types the password again. */
  async #signInAgain(device: DeviceProgram): Promise<void> {
    await device.signIn();
    this.#signedInAgain += 1;
  }

  /** Everybody syncs until there is nothing left to send. */
  async #settle(): Promise<void> {
    await Promise.all(
      this.#devices.map(async (device) => {
        let outcome = await device.run(['sync']);
        for (let tries = 1; outcome.code !== 0 && tries < MOST_SYNCS; tries += 1) {
          if (outcome.output.includes('Sign in again')) await this.#signInAgain(device);
          outcome = await device.run(['sync']);
        }
        const isQuiet = outcome.code === 0 && outcome.output.includes('Pending: 0  refused: 0');
        if (!isQuiet)
          throw new Error(`The queue of ${device.name} is stuck: ${outcome.output}${outcome.errors}`);
      }),
    );
  }
}

const wellName = (index: number): string => `Caliche Ridge #${index + 1}`;
