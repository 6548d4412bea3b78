import { daysBefore, inWords } from '../../support/days.ts';
import { DAY_3, expect, test } from '../../support/test.ts';

test(
  'each change of a well is found with who, when, from where and what',
  DAY_3,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const day = daysBefore(today, 4);
    const well = await workspace.addWell();
    await workspace.enter(well, { productionDate: day, oilVolume: 44.1 });
    await page.goto(`/audit?well=${well.id}`);
    const table = page.getByRole('table', { name: 'Audit events' });
    const rows = table.getByRole('row');
    await expect(rows).toHaveCount(3);
    await expect(rows.nth(1)).toContainText(/Morgan Blake.*Web.*Entry recorded/);
    await expect(rows.nth(1)).toContainText(`${inWords(day)} · oil 44.1 bbl`);
    await expect(rows.nth(2)).toContainText('Well added');

    await rows.nth(1).focus();
    await page.keyboard.press('Enter');
    const drawer = page.getByRole('dialog', { name: 'Entry recorded' });
    await expect(drawer).toContainText('"oilVolume": 44.1');
    await expect(drawer.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
    await drawer.getByRole('link', { name: 'All of this record' }).click();
    await expect(drawer).toBeHidden();
    await expect(rows).toHaveCount(2);

    // What happens now appears by itself.
    await page.goto(`/audit?well=${well.id}`);
    await expect(rows).toHaveCount(3);
    await workspace.enter(well, { productionDate: today, oilVolume: 1 });
    await expect(rows).toHaveCount(4);
    await page.getByRole('combobox', { name: 'What' }).click();
    await page.getByRole('option', { name: 'Well added' }).click();
    await expect(rows).toHaveCount(2);
    await expect(page).toHaveURL(/type=WELL_CREATED/);
  },
);
