/** The phone's app in a browser: its build, its people, and what they do on it. */
import { expect, type BrowserContext, type Page } from '@playwright/test';
import { FIELD_PATH } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PEOPLE, type Person } from '../people.ts';

const { deskWords, fieldWords, formTexts, locationWords, productNames, sessionWords } = createWords('en');

/** Of somebody whom the tests do not share. */
export interface Credentials {
  readonly tenant: string;
  readonly email: string;
  readonly password: string;
}

/** What people open the app with. */
export const PASSPHRASE = 'north route seven';

const root = join(import.meta.dirname, '../../..');

/** Builds the app if it is not what its sources say: that takes a minute, and no time after that. */
export const buildPhone = (): Promise<unknown> =>
  promisify(execFile)(process.execPath, ['scripts/build.mjs', 'mobile'], { cwd: root });

/** A phone's browser. What it keeps outlives its pages. */
export class Phone {
  readonly context: BrowserContext;
  readonly #url: string;
  #page: Page;

  private constructor(context: BrowserContext, url: string, page: Page) {
    this.context = context;
    this.#url = url;
    this.#page = page;
  }

  /** Nobody has signed in on it. */
  static async unpack(context: BrowserContext, webUrl: string): Promise<Phone> {
    const page = await context.newPage();
    const phone = new Phone(context, webUrl + FIELD_PATH, page);
    await page.goto(phone.#url);
    return phone;
  }

  get page(): Page {
    return this.#page;
  }

  /** The first time of a person here: with a network. */
  async signIn(person: Person | Credentials): Promise<void> {
    const { tenant, email, password } = typeof person === 'string' ? PEOPLE[person] : person;
    await this.#fill(sessionWords.tenant, tenant);
    await this.#fill(sessionWords.email, email);
    await this.#fill(sessionWords.password, password);
    await this.#fill(fieldWords.deviceName, 'Phone 7');
    await this.#fill(deskWords.passphrase, PASSPHRASE);
    await this.#press(sessionWords.signIn);
    await this.#isOpen();
  }

  async unlock(passphrase = PASSPHRASE): Promise<void> {
    await this.#fill(deskWords.passphrase, passphrase);
    await this.#press(fieldWords.unlock);
    await this.#isOpen();
  }

  /** Opens a well from the route. */
  async openWell(wellName: string): Promise<void> {
    await this.#page.getByRole('link', { name: fieldWords.openWell(wellName), exact: true }).click();
    await expect(this.#page.getByRole('heading', { name: wellName })).toBeVisible();
  }

  /** Back to the route. */
  async toRoute(): Promise<void> {
    await this.#press(deskWords.back);
    await this.#isOpen();
  }

  /** The box of a product's volume. */
  box(product: keyof typeof productNames) {
    return this.#page.getByLabel(productNames[product], { exact: true });
  }

  /** What is said of where the person stands. */
  place() {
    return this.#page.getByRole('group', { name: locationWords.title });
  }

  /** Where the app first offers it. */
  async turnLocationOn(): Promise<void> {
    await this.#press(locationWords.turnOn);
  }

  async save(): Promise<void> {
    await this.#press(formTexts.saveEntry);
  }

  /** Saves what stands in the boxes of the open well, and sees the tick. */
  async saveReading(wellName: string): Promise<void> {
    await this.save();
    await expect(this.#page.getByText(`${wellName}: ${fieldWords.saved}`)).toBeVisible();
  }

  /** A reading of the open well, by its oil alone. */
  async enterOil(wellName: string, oil: string): Promise<void> {
    await this.box('OIL').fill(oil);
    await this.saveReading(wellName);
  }

  /** What the banner says. */
  banner() {
    return this.#page.getByRole('status').first();
  }

  /** Resolves when all files of the app are kept for a start without a network. */
  async canStartOffline(): Promise<void> {
    await this.#page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
  }

  /** The page ends in the midst of whatever it does, and is opened again. */
  async reopen(): Promise<void> {
    await this.#page.close();
    this.#page = await this.context.newPage();
    await this.#page.goto(this.#url);
  }

  async #isOpen(): Promise<void> {
    await expect(this.#page.getByText(fieldWords.route, { exact: true })).toBeVisible();
  }

  #fill(label: string, text: string): Promise<void> {
    return this.#page.getByLabel(label, { exact: true }).fill(text);
  }

  #press(name: string): Promise<void> {
    return this.#page.getByRole('button', { name, exact: true }).click();
  }
}
