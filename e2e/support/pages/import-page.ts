import { expect, type Locator, type Page } from '@playwright/test';

export type Count = 'Rows' | 'New' | 'Taken' | 'Updated' | 'Unchanged' | 'Left out' | 'Refused';

export class ImportPage {
  readonly #page: Page;
  readonly preview: Locator;
  readonly result: Locator;
  readonly refused: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.preview = page.getByRole('table', { name: 'The first rows as they are read' });
    this.result = page.getByRole('region', { name: 'Result of the import' });
    this.refused = page.getByRole('table', { name: 'Refused rows' });
  }

  static async open(page: Page, file: Parameters<Locator['setInputFiles']>[0]): Promise<ImportPage> {
    await page.goto('/import');
    const own = new ImportPage(page);
    await page.getByLabel('CSV file').setInputFiles(file);
    await expect(own.preview).toBeVisible();
    return own;
  }

  field(label: string): Locator {
    return this.#page.getByLabel(label, { exact: true });
  }

  async choose(label: string, option: string): Promise<void> {
    await this.field(label).click();
    await this.#page.getByRole('option', { name: option, exact: true }).click();
  }

  async tryOut(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Try it out' }).click();
    await expect(this.result.getByText('Tried out: nothing has been saved yet')).toBeVisible();
  }

  async import(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Import', exact: true }).click();
  }

  async expectCounts(counts: Partial<Record<Count, string>>): Promise<void> {
    for (const [name, count] of Object.entries(counts)) {
      const figure = this.result.locator('div', { has: this.#page.locator(`dt:text-is("${name}")`) }).last();
      await expect(figure.getByRole('definition'), name).toHaveText(count);
    }
  }
}
