/** The devices page: how each device is doing, what of it was refused, and taking one out of service. */
import { endpoints } from '@wellpulse/contracts';
import { addDevice, reading } from '../../support/devices.ts';
import { daysBefore, inFullWords } from '../../support/days.ts';
import { expectAccessible } from '../../support/pages/page-checks.ts';
import { DAY_1, DAY_2, DAY_3, DEEP, expect, test } from '../../support/test.ts';

test(
  'a device that lost an entry and met a refusal stands out, with both explained',
  DAY_3,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const well = await workspace.addWell();
    const phone = await addDevice(workspace, 'operator');
    await page.goto('/sync');
    const row = page.getByRole('row').filter({ hasText: phone.name });
    await expect(row).toContainText('Never synced');

    const events = [1, 2, 3, 4].map((ago) =>
      phone.device.event(reading(well, daysBefore(today, ago), { oilVolume: 40 + ago })),
    );
    const future = phone.device.event(reading(well, daysBefore(today, -9), { oilVolume: 44 }));
    await phone.device.sync([events[0], events[3], future]);
    await expect(row).toContainText('Entries to save');
    await expect(row).toContainText('2 entries never arrived: 2–3 · 1 entry refused');
    await expect(row).toContainText('Jo Ortiz');
    await expect(row).toContainText(/just now · .*\d{4}, \d+:\d\d/);

    await row.click();
    const drawer = page.getByRole('dialog', { name: phone.name });
    await expect(drawer).toContainText('Look on the device: what still waits there can be sent');
    await expect(drawer).toContainText(
      `Entry recorded · ${inFullWords(daysBefore(today, -9))} · oil 44.0 bbl`,
    );
    await expect(drawer).toContainText(/Day must not be after today/);
    await expect(drawer).toContainText('Jo Ortiz · entry 5');
    await expectAccessible(page, { onTop: true });
    await expect(drawer.getByRole('button', { name: 'Lost or stolen' })).toBeHidden();
  },
);

test('a clock that is off is said, and to what it does', DEEP, async ({ page, workspace }) => {
  const well = await workspace.addWell();
  const phone = await addDevice(workspace, 'operator');
  const event = phone.device.event(reading(well, daysBefore(await workspace.today(), 1), { oilVolume: 4 }));
  await phone.device.sync([event], { sentAt: new Date(Date.now() - 3 * 3_600_000).toISOString() });
  await page.goto('/sync');
  const row = page.getByRole('row').filter({ hasText: phone.name });
  await expect(row).toContainText('In order');
  await expect(row).toContainText('Clock 3 hours behind');
});

test(
  'operators retire their own device, after they have read what it means',
  DEEP,
  async ({ openAs, workspace }) => {
    const phone = await addDevice(workspace, 'operator');
    const managers = await addDevice(workspace, 'manager');
    const page = await openAs('operator');
    await page.goto('/sync');
    const row = page.getByRole('row').filter({ hasText: phone.name });
    await expect(row).toBeVisible();
    await expect(page.getByText(managers.name)).toBeHidden();
    await row.click();
    const drawer = page.getByRole('dialog', { name: phone.name });
    await drawer.getByRole('button', { name: 'Retire' }).click();
    const question = page.getByRole('alertdialog', { name: `Retire ${phone.name}?` });
    await expect(question).toContainText('sends what waits on it, and empties itself');
    await question.getByRole('button', { name: 'Retire' }).click();
    await expect(question).toBeHidden();
    await expect(drawer).toContainText('Retiring');
    const operator = await workspace.as('operator');
    const { items } = await operator.ask(endpoints.devices.list, {});
    expect(items.find(({ id }) => id === phone.device.id)).toMatchObject({ status: 'RETIRING' });
  },
);

test(
  'an administrator says that anybody’s is lost, and a device that comes shows up by itself',
  DAY_1,
  async ({ openAs, workspace }) => {
    const page = await openAs('admin');
    await page.goto('/sync');
    await expect(page.getByRole('table', { name: 'Devices' })).toBeVisible();
    const phone = await addDevice(workspace, 'manager');
    await page.getByRole('row').filter({ hasText: phone.name }).click();
    await page.getByRole('button', { name: 'Lost or stolen' }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'It is lost or stolen' }).click();
    await expect(page.getByRole('alertdialog')).toBeHidden();
    // Its row goes to the end of the list, which may be out of sight.
    await expect(page.getByRole('dialog', { name: phone.name })).toContainText('Lost');
  },
);

test('who has no device learns how one gets here', DAY_2, async ({ openAs }) => {
  const page = await openAs('viewer');
  await page.goto('/sync');
  await expect(page.getByText('No devices yet')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Import/ })).toBeHidden();
});
