/** The app of a laptop under test: its window, its people, its network, and its sudden end. */
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { launchStandIn } from '@wellpulse/electron-stand-in';
import { openThinLink, type ThinLink } from '@wellpulse/embedded/thin-link';
import { createWords } from '@wellpulse/words';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PEOPLE, type Person } from '../people.ts';

const { fieldWords, sessionWords, formTexts, fieldLabel } = createWords('en');

/** What people open the laptop with. */
export const PIN = '4711';

/** Somebody who works on a laptop: one of the tests' people, or a user of one test alone. */
export type Who =
  | Person
  | { readonly tenant: string; readonly email: string; readonly password: string; readonly name: string };

const known = (who: Who) => (typeof who === 'string' ? PEOPLE[who] : who);

/** What comes over the bridge. */
export interface BridgeAnswer {
  readonly ok: boolean;
  readonly value?: unknown;
  readonly problem?: unknown;
}

interface PageOfLaptop {
  readonly wellpulse: { call(name: string, input: unknown): Promise<BridgeAnswer> };
}

/** The way from the laptop to the office. While it is away, each request is broken off. */
class Network {
  isAway = false;
  #link: ThinLink | null = null;

  static async to(target: string): Promise<Network> {
    const network = new Network();
    const swallows = (): boolean => network.isAway;
    network.#link = await openThinLink({ target, bytesPerSecond: 100_000_000, swallows });
    return network;
  }

  get url(): string {
    return this.#link?.url ?? '';
  }

  async close(): Promise<void> {
    await this.#link?.close();
  }
}

/** What is unlike in one laptop. */
export interface Setup {
  /** An empty folder for its data. */
  readonly folder?: string;
  /** What its program's environment has beside that of the test. */
  readonly env?: Readonly<Record<string, string>>;
  /** Further words of the program's command line. */
  readonly args?: readonly string[];
}

/** A laptop with a disk of its own. What is on it stays when the program is killed and opened again. */
export class Laptop {
  readonly folder: string;
  readonly #network: Network;
  readonly #setup: Setup;
  #app: ElectronApplication;
  #page: Page;

  private constructor(folder: string, network: Network, setup: Setup, { app, page }: Launched) {
    this.folder = folder;
    this.#network = network;
    this.#setup = setup;
    this.#app = app;
    this.#page = page;
  }

  /** A new laptop: nobody has signed in on it. */
  static async unpack(webUrl: string, setup: Setup = {}): Promise<Laptop> {
    const folder = setup.folder ?? (await mkdtemp(join(tmpdir(), 'wellpulse-laptop-')));
    const network = await Network.to(webUrl);
    return new Laptop(folder, network, setup, await launch(folder, setup));
  }

  get page(): Page {
    return this.#page;
  }

  get app(): ElectronApplication {
    return this.#app;
  }

  /** The first time of a person here: with a network. */
  async signIn(who: Who): Promise<void> {
    const { tenant, email, password } = known(who);
    const form = this.#page.getByRole('main');
    const somebodyElse = form.getByRole('button', { name: fieldWords.somebodyElse });
    await expect(form.getByRole('heading', { level: 1 })).toBeVisible();
    if (await somebodyElse.isVisible()) await somebodyElse.click();
    await form.getByLabel(sessionWords.email).fill(email);
    await form.getByLabel(sessionWords.password).fill(password);
    // A laptop that is registered asks neither for the office nor for its own name.
    const server = form.getByLabel(fieldWords.server);
    if (await server.isVisible()) {
      // A code that was scanned has filled both.
      if ((await server.inputValue()) === '') {
        await server.fill(this.#network.url);
        await form.getByLabel(sessionWords.tenant).fill(tenant);
      }
      await form.getByLabel(fieldWords.deviceName).fill('Truck 7');
    }
    await form.getByLabel(fieldWords.pin).fill(PIN);
    await form.getByRole('button', { name: sessionWords.signIn }).click();
    await this.#isOpen();
  }

  async lock(): Promise<void> {
    await this.#page.getByRole('button', { name: fieldWords.lock }).click();
    await expect(this.#page.getByRole('button', { name: fieldWords.somebodyElse })).toBeVisible();
  }

  async unlock(who: Who, pin = PIN): Promise<void> {
    const name = this.#page.getByRole('button', { name: known(who).name });
    const box = this.#page.getByLabel(fieldWords.pin);
    await expect(name.or(box)).toBeVisible();
    if (await name.isVisible()) await name.click();
    await box.fill(pin);
    await this.#page.getByRole('button', { name: fieldWords.unlock, exact: true }).click();
    await this.#isOpen();
  }

  /** Enters a well's oil of the day, from the route, by hand. */
  async enterOil(wellName: string, oil: string): Promise<void> {
    await this.#page.getByRole('link', { name: fieldWords.openWell(wellName), exact: true }).click();
    await this.#page.getByLabel(fieldLabel('production', 'oilVolume')).fill(oil);
    await this.#page.getByRole('button', { name: formTexts.saveEntry }).click();
    await expect(this.#page.getByText(`${wellName}: ${fieldWords.saved}`)).toBeVisible();
  }

  /** Takes the network away, or gives it back. It stays away when the program ends and is opened again. */
  setOffline(isOffline: boolean): void {
    this.#network.isAway = isOffline;
  }

  /** Calls main over the bridge, as the page does. */
  call(name: string, input: unknown): Promise<BridgeAnswer> {
    return this.#page.evaluate(
      ([method, given]) => {
        const { wellpulse } = globalThis as unknown as PageOfLaptop;
        return wellpulse.call(method, given);
      },
      [name, input] as const,
    );
  }

  async syncNow(): Promise<void> {
    await this.#page.getByRole('button', { name: fieldWords.syncNow }).click();
  }

  /** What the banner says. */
  banner() {
    return this.#page.getByRole('status').first();
  }

  /** The program ends in the midst of whatever it does, as when a battery falls out, and is opened again. */
  async crash(): Promise<void> {
    const ended = new Promise((resolve) => this.#app.process().once('exit', resolve));
    this.#app.process().kill('SIGKILL');
    await ended;
    await this.#start();
  }

  /** A person ends the program, by its menu or by what `end` does, and opens it again. */
  async restart(end: () => Promise<void> = () => this.#quit()): Promise<void> {
    const ended = new Promise((resolve) => this.#app.process().once('exit', resolve));
    await end();
    await ended;
    await this.#start();
  }

  async #quit(): Promise<void> {
    await this.#app.evaluate(({ app }) => {
      app.quit();
    });
  }

  async #start(): Promise<void> {
    ({ app: this.#app, page: this.#page } = await launch(this.folder, this.#setup));
  }

  async throwAway(): Promise<void> {
    await this.#app.close();
    await this.#network.close();
    await rm(this.folder, { recursive: true, force: true });
    await rm(`${this.folder}.keyring`, { recursive: true, force: true });
  }

  async #isOpen(): Promise<void> {
    await expect(this.#page.getByRole('button', { name: fieldWords.syncNow })).toBeVisible();
  }
}

type Launched = Awaited<ReturnType<typeof launch>>;

const launch = (folder: string, { env = {}, args = [] }: Setup) =>
  launchStandIn({ app: join(import.meta.dirname, '../../../apps/desktop'), userData: folder, env, args });
