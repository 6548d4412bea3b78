import type { Locator, Page } from '@playwright/test';
import type { Well } from '@wellpulse/contracts';

/** The form of one day of a well. */
export class EntryForm {
  readonly date: Locator;
  readonly oil: Locator;
  readonly gas: Locator;
  readonly water: Locator;
  readonly notes: Locator;
  readonly save: Locator;
  readonly problem: Locator;

  constructor(page: Page) {
    this.date = page.locator('form').getByLabel(/^Day\*?$/);
    this.oil = page.getByRole('textbox', { name: 'Oil' });
    this.gas = page.getByRole('textbox', { name: 'Gas' });
    this.water = page.getByRole('textbox', { name: 'Water' });
    this.notes = page.getByRole('textbox', { name: 'Notes' });
    this.save = page.getByRole('button', { name: /^Save (entry|change)$/ });
    this.problem = page.locator('form').getByRole('alert');
  }

  static async open(page: Page, { id }: Well, date?: string): Promise<EntryForm> {
    await page.goto(`/wells/${id}/entry${date === undefined ? '' : `?date=${date}`}`);
    const form = new EntryForm(page);
    await form.save.waitFor();
    return form;
  }
}
