import type { Locator, Page } from '@playwright/test';
import type { Credentials } from '../workspace.ts';

export class SignInPage {
  readonly #page: Page;
  readonly problem: Locator;
  readonly button: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.problem = page.getByRole('main').getByRole('alert');
    this.button = page.getByRole('button', { name: 'Sign in', exact: true });
  }

  static async open(page: Page): Promise<SignInPage> {
    await page.goto('/sign-in');
    return new SignInPage(page);
  }

  async submit({ tenant, email, password }: Credentials): Promise<void> {
    await this.#page.getByLabel('Company').fill(tenant);
    await this.#page.getByLabel('E-mail').fill(email);
    await this.#page.getByLabel('Password').fill(password);
    await this.button.click();
  }
}
