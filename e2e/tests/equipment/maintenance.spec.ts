import { endpoints } from '@wellpulse/contracts';
import { uniqueSlug } from '@wellpulse/testing';
import { readFile } from 'node:fs/promises';
import { daysBefore } from '../../support/days.ts';
import { LogForm } from '../../support/pages/log-form.ts';
import { DAY_4, DAY_5, DEEP, expect, test } from '../../support/test.ts';

test(
  'what is due stands in its order, and is filtered, downloaded and linked from Home',
  DAY_5,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const route = uniqueSlug('Route');
    const well = await workspace.addWell({ route });
    const overdue = await workspace.addItem({ installationDate: daysBefore(today, 100) }, well);
    const soon = await workspace.addItem({ installationDate: daysBefore(today, 80) }, well);
    const later = await workspace.addItem({ installationDate: today }, well);
    await page.goto(`/maintenance?route=${route}`);
    const due = page.getByRole('list', { name: 'Items that are due' }).getByRole('listitem');
    await expect(due).toHaveCount(3);
    await expect(due.nth(0)).toContainText(overdue.serialNumber);
    await expect(due.nth(0)).toContainText('10 days overdue');
    await expect(due.nth(1)).toContainText(soon.serialNumber);
    await expect(due.nth(1)).toContainText('Due in 10 days');
    await expect(due.nth(2)).toContainText(later.serialNumber);
    await page.getByRole('radio', { name: 'Overdue 1' }).click();
    await expect(due).toHaveCount(1);
    await page.reload();
    await expect(due).toHaveCount(1);

    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Calendar (.ics)' }).click();
    const calendar = await readFile(await (await download).path(), 'utf8');
    expect(calendar).toContain('BEGIN:VCALENDAR');
    expect(calendar).toContain(overdue.serialNumber);
    expect(calendar).toContain(later.serialNumber);

    await page.goto(`/?route=${route}`);
    const card = page.getByRole('list', { name: 'Most urgent' });
    await expect(card).toContainText(overdue.serialNumber);
    await expect(page.getByText('1 overdue')).toBeVisible();
    await page.getByRole('link', { name: 'All maintenance' }).click();
    await expect(page).toHaveURL(new RegExp(`/maintenance\\?route=${route}$`));
  },
);

test(
  'a log with its own next date counts; its cost is summed by well and item',
  DEEP,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell();
    const item = await workspace.addItem({ installationDate: daysBefore(today, 200) }, well);
    const form = await LogForm.open(page, item);
    await form.description.fill('Changed the oil');
    await expect(form.dialog.getByLabel('Next service')).toHaveAccessibleDescription(
      /^In 90 days, .* unless you give another$/,
    );
    await form.dialog.getByLabel('Next service').fill(daysBefore(today, -5));
    await form.dialog.getByLabel('Cost').fill('-3');
    await form.save.click();
    await expect(form.dialog.getByLabel('Cost')).toHaveAccessibleDescription(/Must not be negative/);
    await form.dialog.getByLabel('Cost').fill('250');
    await form.save.click();
    await expect(form.dialog).toBeHidden();
    await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('Due in 5 days');
    await expect(page.getByRole('region', { name: 'At a glance' })).toContainText('$250');

    await page.goto(`/maintenance?well=${well.id}&costs=equipment`);
    const costs = page.getByRole('region', { name: 'Cost of the last 12 months' });
    await expect(costs.getByRole('listitem')).toHaveCount(1);
    await expect(costs.getByRole('listitem')).toContainText('$250');
    await expect(page.getByRole('list', { name: 'Recent maintenance' })).toContainText('Changed the oil');
  },
);

test(
  'a log of a colleague appears on the open pages, and in the activity in words',
  DAY_4,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    await page.goto('/');
    const activity = page.getByRole('list', { name: 'Live from the field' });
    await expect(activity).toContainText(item.serialNumber);
    const operator = await workspace.as('operator');
    const description = uniqueSlug('Swapped the belt');
    await operator.ask(endpoints.maintenance.log, {
      params: { equipmentId: item.id },
      body: {
        maintenanceDate: await workspace.today(),
        maintenanceType: 'REPAIR',
        description,
        equipmentStatus: 'FAILED',
      },
    });
    const entry = activity.getByRole('listitem').filter({ hasText: description });
    await expect(entry).toContainText(`Pump jack ${item.serialNumber}`);
    await expect(entry).toContainText(`repair · ${description} · now failed`);
    await entry.getByRole('link', { name: item.serialNumber }).click();
    await expect(page.getByRole('button', { name: /^Status: Failed/ })).toBeVisible();
  },
);
