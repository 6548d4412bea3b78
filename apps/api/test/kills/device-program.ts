/** `wellpulse-device` as a program: each command is a process, which can be killed at any moment. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { TEST_PASSWORD } from '@wellpulse/testing';
import { buildPrograms, startProgram, type Outcome } from '../support/program.ts';
import { OPERATOR, TENANT } from './servers.ts';

const AS_OPERATOR = ['--tenant', TENANT, '--email', OPERATOR] as const;

/** The program, and room for devices. */
export class DeviceWorkshop {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async open(): Promise<DeviceWorkshop> {
    const folder = await mkdtemp(join(tmpdir(), 'wellpulse-devices-'));
    await buildPrograms('device');
    return new DeviceWorkshop(folder);
  }

  /** A new device of the operator. */
  async register(name: string, server: string): Promise<DeviceProgram> {
    const device = new DeviceProgram(this.folder, name);
    await device.succeed('register', ...AS_OPERATOR, '--server', server, '--name', name);
    return device;
  }

  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}

/** How long a command probably takes, in milliseconds, before it was run once. */
const FIRST_GUESS = 500;

export class DeviceProgram {
  readonly name: string;
  readonly #folder: string;
  readonly #lasts = new Map<string, number>();

  constructor(folder: string, name: string) {
    this.#folder = folder;
    this.name = name;
  }

  signIn(): Promise<string> {
    return this.succeed('sign-in', ...AS_OPERATOR);
  }

  /** Milliseconds that a command such as `sync` lasted the last time that it was left alone. */
  lasts(command: string): number {
    return this.#lasts.get(command) ?? FIRST_GUESS;
  }

  /** Runs a command. With `killAt`, SIGKILL ends it after that share of the time that such a command lasts. */
  async run(args: readonly string[], killAt?: number): Promise<Outcome> {
    const [command = ''] = args;
    const start = performance.now();
    const running = startProgram(
      'apps/device/dist/main.js',
      ['--data', join(this.#folder, this.name), ...args],
      { WELLPULSE_PASSWORD: TEST_PASSWORD },
    );
    if (killAt === undefined) {
      const outcome = await running.ended;
      this.#lasts.set(command, performance.now() - start);
      return outcome;
    }
    await Promise.race([delay(killAt * this.lasts(command)), running.ended]);
    running.child.kill('SIGKILL');
    return running.ended;
  }

  /** What a command printed; throws if it failed. */
  async succeed(...args: string[]): Promise<string> {
    const outcome = await this.run(args);
    if (outcome.code !== 0)
      throw new Error(`${this.name}: ${args.join(' ')}: ${outcome.output}${outcome.errors}`);
    return outcome.output;
  }
}

/** The id of the event that `enter` said was saved; null if it said nothing. */
export const savedEvent = ({ output }: Pick<Outcome, 'output'>): string | null =>
  /^Saved as (\S+)/m.exec(output)?.[1] ?? null;
