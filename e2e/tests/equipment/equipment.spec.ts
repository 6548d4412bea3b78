import { endpoints } from '@wellpulse/contracts';
import { uniqueSlug } from '@wellpulse/testing';
import { readFile } from 'node:fs/promises';
import { daysBefore } from '../../support/days.ts';
import { LogForm } from '../../support/pages/log-form.ts';
import { aPicture, expectDrawn } from '../../support/pictures.ts';
import { DAY_1, DAY_2, DEEP, expect, test } from '../../support/test.ts';

test.describe('an operator', () => {
  test.use({ person: 'operator' });

  test('adds a pump jack and logs a repair with three photos; a manager’s open page shows it by itself', async ({
    page,
    openAs,
    workspace,
  }) => {
    const well = await workspace.addWell({ latitude: 31.8457, longitude: -102.3676 });
    const serialNumber = uniqueSlug('PJ');
    await page.goto(`/wells/${well.id}`);
    await page.getByRole('button', { name: 'Add equipment' }).click();
    const add = page.getByRole('dialog', { name: 'Add equipment' });
    await add.getByRole('button', { name: 'Add equipment' }).click();
    await expect(add.getByLabel('Serial number')).toHaveAccessibleDescription(/stands on the plate/);
    await add.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'Pump jack' }).click();
    await add.getByLabel('Serial number').fill(serialNumber);
    await add.getByRole('button', { name: 'Add equipment' }).click();
    const card = page.getByRole('list', { name: `Equipment of ${well.name}` });
    await card.getByRole('link', { name: serialNumber }).click();
    await expect(page.getByRole('heading', { level: 1, name: `Pump jack ${serialNumber}` })).toBeVisible();

    const manager = await openAs('manager');
    await manager.goto(page.url());
    await expect(manager.getByText('Nothing logged yet').first()).toBeVisible();
    await expect(manager.getByRole('button', { name: /^Status: Operational/ })).toBeVisible();
    const loadedAt = await manager.evaluate(() => performance.timeOrigin);

    const id = /[^/]+$/.exec(page.url())?.[0] ?? '';
    const form = await LogForm.open(page, { id });
    await form.dialog.getByRole('radio', { name: 'Repair' }).click();
    await form.description.fill('Replaced motor belt');
    await form.dialog.getByLabel('Technician').fill('R. Delgado');
    await form.dialog.getByLabel('Cost').fill('1,240.50');
    await form.pick('Status from then on', 'In maintenance');
    const pictures = await Promise.all(
      ['belt.jpg', 'sheave.jpg', 'guard.jpg'].map((name) => aPicture(page, { name })),
    );
    await form.choose(...pictures);
    await form.save.click();
    await expect(page.getByText(/maintenance logged, with 3 photos/)).toBeVisible();

    await expect(manager.getByRole('button', { name: /^Status: In maintenance/ })).toBeVisible();
    const entry = manager.getByRole('list', { name: 'Maintenance' }).getByRole('listitem').first();
    await expect(entry).toContainText('Replaced motor belt');
    await expect(entry).toContainText('$1,240.50');
    await expect(entry.getByRole('button', { name: /^Photo by Jo Ortiz/ })).toHaveCount(3);
    for (const picture of await entry.locator('img').all()) await expectDrawn(picture);
    // Ninety days after a repair, as the tenant's settings say for pump jacks.
    const today = await workspace.today();
    const next = daysBefore(today, -90);
    const written = `${Number(next.slice(8))} ${new Date(`${next}T00:00:00Z`).toLocaleString('en-US', { month: 'short', timeZone: 'UTC' })} ${next.slice(0, 4)}`;
    await expect(manager.getByRole('region', { name: 'At a glance' })).toContainText(written);
    await expect(manager.getByRole('region', { name: 'At a glance' })).toContainText('Due in 90 days');
    expect(await manager.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  });

  test(
    'changes a status with two clicks, and deletes nobody else’s item',
    DEEP,
    async ({ page, workspace }) => {
      const { id: wellId } = await workspace.addWell();
      const manager = await workspace.as('manager');
      const body = { equipmentType: 'PUMP_JACK' as const, serialNumber: uniqueSlug('PJ') };
      const item = await manager.ask(endpoints.equipment.create, { params: { wellId }, body });
      await page.goto(`/equipment/${item.id}`);
      await page.getByRole('button', { name: /^Status: Operational/ }).click();
      await page.getByRole('menuitem', { name: 'Failed' }).click();
      await expect(page.getByRole('button', { name: /^Status: Failed/ })).toBeVisible();
      await page.getByRole('button', { name: 'More about this item' }).click();
      await expect(page.getByRole('menuitem', { name: 'Edit item' })).toBeVisible();
      await expect(page.getByRole('menuitem', { name: 'Delete item' })).toBeHidden();
    },
  );
});

test(
  'equipment is searched, filtered and exported, and the address keeps it',
  DAY_1,
  async ({ page, workspace }) => {
    const well = await workspace.addWell();
    const model = uniqueSlug('Model');
    await workspace.addItem({ model }, well);
    const tank = await workspace.addItem({ model, equipmentType: 'TANK', status: 'FAILED' }, well);
    await page.goto('/equipment');
    const rows = page.getByRole('table', { name: 'Equipment' }).getByRole('row');
    await page.getByRole('searchbox', { name: 'Search equipment' }).fill(model);
    await expect(rows).toHaveCount(3);
    await page.getByRole('combobox', { name: 'Type' }).click();
    await page.getByRole('option', { name: 'Tank' }).click();
    await expect(rows).toHaveCount(2);
    await expect(rows.nth(1)).toContainText('Failed');
    await page.reload();
    await expect(rows).toHaveCount(2);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export CSV' }).click();
    const text = await readFile(await (await download).path(), 'utf8');
    expect(text.trim().split('\r\n')).toHaveLength(2);
    expect(text).toContain(tank.serialNumber);
    await rows.nth(1).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: tank.serialNumber })).toBeVisible();
  },
);

test('the search over everything finds an item by its asset tag', DEEP, async ({ page, workspace }) => {
  const assetTag = uniqueSlug('AT');
  const item = await workspace.addItem({ assetTag });
  await page.goto('/');
  await expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible();
  await page.keyboard.press('/');
  await page.keyboard.type(assetTag);
  await page.getByRole('option', { name: item.serialNumber }).click();
  await expect(page.getByRole('heading', { level: 1, name: item.serialNumber })).toBeVisible();
});

test(
  'a taken serial number is said beside its box; what was typed outlives a reload',
  DEEP,
  async ({ page, workspace }) => {
    const taken = await workspace.addItem();
    const item = await workspace.addItem();
    const openForm = async () => {
      await page.getByRole('button', { name: 'More about this item' }).click();
      await page.getByRole('menuitem', { name: 'Edit item' }).click();
      return page.getByRole('dialog', { name: /^Edit/ });
    };
    await page.goto(`/equipment/${item.id}`);
    let form = await openForm();
    await form.getByLabel('Serial number').fill(taken.serialNumber.toUpperCase());
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form.getByLabel('Serial number')).toHaveAccessibleDescription(/Another item has this/);
    await form.getByLabel('Model').fill('C-228');
    await page.reload();
    form = await openForm();
    await expect(form.getByLabel('Model')).toHaveValue('C-228');
    await form.getByRole('button', { name: 'Discard what was typed' }).click();
    await expect(form.getByLabel('Model')).toHaveValue('C-228');
    await form.getByRole('button', { name: 'Press again to discard' }).click();
    await expect(form.getByLabel('Serial number')).toHaveValue(item.serialNumber);
  },
);

test(
  'a change that meets another one is taken over and saved; the history shows both',
  DEEP,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    await page.goto(`/equipment/${item.id}`);
    await page.getByRole('button', { name: 'More about this item' }).click();
    await page.getByRole('menuitem', { name: 'Edit item' }).click();
    const form = page.getByRole('dialog', { name: /^Edit/ });
    await form.getByLabel('Manufacturer').fill('Lufkin');
    const operator = await workspace.as('operator');
    await operator.ask(endpoints.equipment.update, {
      params: { equipmentId: item.id },
      body: { model: 'C-320', version: item.version },
    });
    await form.getByRole('button', { name: 'Save' }).click();
    await form.getByRole('button', { name: 'Show the item as it is now, with my changes' }).click();
    await expect(form.getByLabel('Model')).toHaveValue('C-320');
    await expect(form.getByLabel('Manufacturer')).toHaveValue('Lufkin');
    await form.getByRole('button', { name: 'Save' }).click();
    await expect(form).toBeHidden();
    await page.getByRole('button', { name: 'More about this item' }).click();
    await page.getByRole('menuitem', { name: 'History' }).click();
    const history = page.getByRole('dialog', { name: 'History' });
    await expect(history).toContainText('Jo Ortiz');
    await expect(history).toContainText('Lufkin');
    await expect(history).toContainText('C-320');
  },
);

test('a manager deletes an item after a question', DEEP, async ({ page, workspace }) => {
  const item = await workspace.addItem();
  await page.goto(`/equipment/${item.id}`);
  await page.getByRole('button', { name: 'More about this item' }).click();
  await page.getByRole('menuitem', { name: 'Delete item' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete item' }).click();
  await expect(page).toHaveURL('/equipment');
  await page.goto(`/equipment/${item.id}`);
  await expect(page.getByText('There is no such item of equipment')).toBeVisible();
});

test.describe('a viewer', () => {
  test.use({ person: 'viewer' });

  test('reads all of it and changes nothing', DAY_2, async ({ page, workspace }) => {
    const item = await workspace.addItem();
    await page.goto(`/equipment/${item.id}`);
    await expect(page.getByText('Operational')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Log maintenance' })).toBeHidden();
    await expect(page.getByRole('button', { name: /^Status:/ })).toBeHidden();
    await page.goto('/equipment');
    await expect(page.getByRole('button', { name: 'Export CSV' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Add equipment' })).toBeHidden();
  });
});
