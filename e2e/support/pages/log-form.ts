import { expect, type Locator, type Page } from '@playwright/test';
import type { ChosenFile } from '../pictures.ts';

/** The form in which maintenance of an item is logged. */
export class LogForm {
  readonly dialog: Locator;
  readonly description: Locator;
  readonly photos: Locator;
  readonly save: Locator;
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
    this.dialog = page.getByRole('dialog', { name: 'Log maintenance' });
    this.description = this.dialog.getByLabel('What was done');
    this.photos = this.dialog.getByRole('list', { name: 'Chosen photos' }).getByRole('listitem');
    this.save = this.dialog.getByRole('button', { name: 'Save log' });
  }

  static async open(page: Page, { id }: { readonly id: string }): Promise<LogForm> {
    await page.goto(`/equipment/${id}`);
    await page.getByRole('button', { name: 'Log maintenance' }).click();
    const form = new LogForm(page);
    await expect(form.description).toBeVisible();
    return form;
  }

  async choose(...files: ChosenFile[]): Promise<void> {
    await this.dialog.getByLabel('Add photos').setInputFiles([...files]);
  }

  photo(name: string): Locator {
    return this.photos.and(this.#page.getByLabel(name, { exact: true }));
  }

  async pick(label: string, option: string): Promise<void> {
    await this.dialog.getByRole('combobox', { name: label }).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }
}
