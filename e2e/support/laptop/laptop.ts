/** The app of a laptop under test: its window, its people, its network, and its sudden end. */
import { expect, type ElectronApplication, type Page } from '@playwright/test';
import { launchStandIn } from '@wellpulse/electron-stand-in';
import { createWords } from '@wellpulse/words';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { PEOPLE, type Person } from '../people.ts';

const { fieldWords, sessionWords, formTexts, fieldLabel } = createWords('en');

/** What people open the laptop with. */
export const PIN = '4711';

/** A laptop with a disk of its own. What is on it stays when the program is killed and opened again. */
export class Laptop {
  readonly folder: string;
  readonly #apiUrl: string;
  #app: ElectronApplication;
  #page: Page;

  private constructor(folder: string, apiUrl: string, app: ElectronApplication, page: Page) {
    this.folder = folder;
    this.#apiUrl = apiUrl;
    this.#app = app;
    this.#page = page;
  }

  /** A new laptop: nobody has signed in on it. */
  static async unpack(apiUrl: string): Promise<Laptop> {
    const folder = await mkdtemp(join(tmpdir(), 'wellpulse-laptop-'));
    const { app, page } = await launch(folder);
    return new Laptop(folder, apiUrl, app, page);
  }

  get page(): Page {
    return this.#page;
  }

  get app(): ElectronApplication {
    return this.#app;
  }

  /** The first time of a person here: with a network. */
  async signIn(person: Person): Promise<void> {
    const { tenant, email, password } = PEOPLE[person];
    const form = this.#page.getByRole('main');
    const somebodyElse = form.getByRole('button', { name: fieldWords.somebodyElse });
    await expect(form.getByRole('heading', { level: 1 })).toBeVisible();
    if (await somebodyElse.isVisible()) await somebodyElse.click();
    await form.getByLabel(fieldWords.server).fill(this.#apiUrl);
    await form.getByLabel(sessionWords.tenant).fill(tenant);
    await form.getByLabel(sessionWords.email).fill(email);
    await form.getByLabel(sessionWords.password).fill(password);
    await form.getByLabel(fieldWords.deviceName).fill('Truck 7');
    await form.getByLabel(fieldWords.pin).fill(PIN);
    await form.getByRole('button', { name: sessionWords.signIn }).click();
    await this.#isOpen();
  }

  async lock(): Promise<void> {
    await this.#page.getByRole('button', { name: fieldWords.lock }).click();
    await expect(this.#page.getByRole('button', { name: fieldWords.somebodyElse })).toBeVisible();
  }

  async unlock(person: Person, pin = PIN): Promise<void> {
    const name = this.#page.getByRole('button', { name: PEOPLE[person].name });
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

  /** Takes the network away from the whole program, or gives it back. */
  async setOffline(isOffline: boolean): Promise<void> {
    await this.#app.evaluate(({ session }, offline) => {
      if (offline) session.defaultSession.enableNetworkEmulation({ offline: true });
      else session.defaultSession.disableNetworkEmulation();
    }, isOffline);
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
    ({ app: this.#app, page: this.#page } = await launch(this.folder));
  }

  async throwAway(): Promise<void> {
    await this.#app.close();
    await rm(this.folder, { recursive: true, force: true });
    await rm(`${this.folder}.keyring`, { recursive: true, force: true });
  }

  async #isOpen(): Promise<void> {
    await expect(this.#page.getByRole('button', { name: fieldWords.syncNow })).toBeVisible();
  }
}

const launch = (folder: string) =>
  launchStandIn({ app: join(import.meta.dirname, '../../../apps/desktop'), userData: folder });
