/** Settings hold for a whole tenant: these tests have one of their own, and run one after the other. */
import { endpoints } from '@wellpulse/contracts';
import { uniqueSlug } from '@wellpulse/testing';
import { DAY_4, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'settingsAdmin' });
test.describe.configure({ mode: 'serial' });

test('the time zone decides which day it is', DAY_4, async ({ page, workspace }) => {
  const admin = await workspace.as('settingsAdmin');
  const { version } = await admin.ask(endpoints.tenant.getSettings, {});
  await admin.ask(endpoints.tenant.updateSettings, { body: { version, timeZone: 'America/Chicago' } });
  await page.goto('/settings');
  const save = page.getByRole('button', { name: 'Save settings' });
  await expect(save).toBeDisabled();
  const chooseZone = async (zone: string) => {
    await page.getByRole('combobox', { name: 'Time zone' }).click();
    await page.keyboard.type(zone);
    await page.keyboard.press('Enter');
    await save.click();
    await expect(page.getByText('Settings saved').first()).toBeVisible();
    await expect(save).toBeDisabled();
  };
  // 25 hours apart: never the same day.
  const today = async () => (await admin.ask(endpoints.auth.me, {})).today;
  await chooseZone('Pacific/Pago_Pago');
  const inSamoa = await today();
  await page.goto('/enter');
  await expect(page.getByRole('textbox', { name: 'Day' })).toHaveValue(inSamoa);
  await page.goto('/settings');
  await chooseZone('Pacific/Kiritimati');
  expect((await today()) > inSamoa).toBe(true);
  await page.goto('/enter');
  await expect(page.getByRole('textbox', { name: 'Day' })).toHaveValue(await today());
});

test(
  'a wrong threshold is refused in words, and a stale form is not saved over newer settings',
  DEEP,
  async ({ page, workspace }) => {
    const admin = await workspace.as('settingsAdmin');
    await page.goto('/settings');
    const threshold = page.getByLabel('Variance threshold');
    const save = page.getByRole('button', { name: 'Save settings' });
    await threshold.fill('-1');
    await save.click();
    await expect(threshold).toHaveAttribute('aria-invalid', 'true');

    const name = uniqueSlug('Cedar');
    const { version, varianceThresholdPercent } = await admin.ask(endpoints.tenant.getSettings, {});
    await admin.ask(endpoints.tenant.updateSettings, { body: { version, name } });
    await threshold.fill('35');
    await save.click();
    await expect(page.getByRole('main').getByRole('alert')).toBeVisible();
    await page.getByRole('button', { name: 'Show the settings as they are now' }).click();
    await expect(page.getByLabel('Name')).toHaveValue(name);
    await expect(threshold).toHaveValue(String(varianceThresholdPercent));
  },
);
