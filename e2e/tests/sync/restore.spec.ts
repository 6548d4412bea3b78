/** The devices page after the server was put back. A stack of its own: a restore concerns everybody of a company. */
import { endpoints, type RecoveredRecord } from '@wellpulse/contracts';
import { aWell, signIn, TEST_PASSWORD, TestDevice } from '@wellpulse/testing';
import { expectAccessible, expectNoSidewaysScroll } from '../../support/pages/page-checks.ts';
import { SignInPage } from '../../support/pages/sign-in-page.ts';
import { testWithOwnStack } from '../../support/stack/own-stack.ts';
import { DEEP, expect } from '../../support/test.ts';

const FOREMAN = { tenant: 'restored', email: 'foreman@restored.example', password: TEST_PASSWORD };
const test = testWithOwnStack(FOREMAN);
test.use({ person: null });
test.describe.configure({ timeout: 120_000 });

test(
  'a manager sees which devices have not synced since, and ends the wait for what was lost',
  DEEP,
  async ({ page, stack }) => {
    const foreman = await signIn(stack.apiUrl, FOREMAN);
    const now = () => new Date().toISOString();
    const [heard] = await Promise.all(
      ['Truck 7', 'Phone of Jo'].map((name) => TestDevice.register(foreman, now, { name })),
    );
    await (await SignInPage.open(page)).submit(FOREMAN);
    await expect(page).toHaveURL('/');
    await page.goto('/sync');
    await expect(page.getByRole('row').filter({ hasText: 'Truck 7' })).toBeVisible();
    const notice = page.getByRole('region', { name: 'After the server was put back' });
    await expect(notice).toBeHidden();

    await stack.wellpulse(['restored', FOREMAN.tenant]);
    await page.reload();
    await expect(notice).toContainText('The server was put back on ');
    await expect(notice).toContainText('2 devices have not synced since:');
    const truck = notice.getByRole('button', { name: 'Truck 7' });
    await expect(truck).toBeVisible();
    await heard?.sync([]);
    await expect(notice).toContainText('1 device has not synced since:');
    await expect(truck).toBeHidden();
    await expectAccessible(page);
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);
    await notice.getByRole('button', { name: 'Phone of Jo' }).click();
    await expect(page.getByRole('dialog', { name: 'Phone of Jo' })).toContainText(
      'Not heard of since the server was put back',
    );
    await page.keyboard.press('Escape');

    await notice.getByRole('button', { name: 'End the wait' }).click();
    const question = page.getByRole('alertdialog', { name: 'End the wait for what was lost?' });
    await expect(question).toContainText(
      '1 device has not synced since, and may still hold what they rest on.',
    );
    await expect(question).toContainText('This cannot be taken back.');
    await expectAccessible(page, { onTop: true });
    await question.getByRole('button', { name: 'End the wait' }).click();
    await expect(question).toBeHidden();
    await expect(notice).toContainText('Lee Foreman ended the wait for what was lost on ');
    await expect(notice.getByRole('button', { name: 'End the wait' })).toBeHidden();
    expect(await foreman.ask(endpoints.sync.lineage, {})).toMatchObject({ lineage: { isOpen: false } });
  },
);

test(
  'a manager takes over with one click what the office had lost and a device had pulled',
  DEEP,
  async ({ page, stack }) => {
    const foreman = await signIn(stack.apiUrl, FOREMAN);
    const now = () => new Date().toISOString();
    const { id: wellId, name } = await foreman.ask(endpoints.wells.create, {
      body: aWell({ name: 'Lost and found #1' }),
    });
    const truck = await TestDevice.register(foreman, now, { name: 'Truck 8' });
    await stack.wellpulse(['restored', FOREMAN.tenant]);
    const twice = aReading(wellId, '2025-03-03', 77);
    const later = { ...twice.data, oilVolume: 88, updatedAt: '2025-03-07T09:30:00.000Z' };
    await truck.owner.ask(endpoints.sync.offerRecovered, {
      body: { records: [aReading(wellId, '2025-03-01', 99), aReading(wellId, '2025-03-02', 98), twice] },
    });
    const phone = await TestDevice.register(foreman, now, { name: 'Phone of Jo' });
    await phone.owner.ask(endpoints.sync.offerRecovered, {
      body: { records: [{ ...twice, version: 5, data: later }] },
    });
    await (await SignInPage.open(page)).submit(FOREMAN);
    await expect(page).toHaveURL('/');
    await page.goto('/sync');
    const list = page.getByRole('list', { name: 'Lost by the server, kept by devices' });
    const row = list.getByRole('listitem').filter({ hasText: '99.0 bbl' });
    await expect(row).toContainText(name);
    await expect(row).toContainText('No reading stands');
    await expect(row).toContainText('Held by Truck 8 of Lee Foreman');
    // Another restore lost another state of one day: both stand there, and which is which.
    const ofDay = list.getByRole('listitem').filter({ hasText: 'Mon 3 Mar 2025' });
    await expect(ofDay).toHaveText([
      /Latest of 2 states.*88\.0 bbl.*Changed 7 Mar 2025.*Phone of Jo/,
      /Earlier, 2 of 2.*77\.0 bbl.*Changed 5 Mar 2025.*Truck 8/,
    ]);
    await expectAccessible(page);
    await row.getByRole('button', { name: 'Take over' }).click();
    await expect(row).toBeHidden();
    await page.getByRole('button', { name: 'Take over all' }).click();
    const question = page.getByRole('alertdialog', { name: 'Take over all of it?' });
    await expectAccessible(page, { onTop: true });
    await question.getByRole('button', { name: 'Take over all' }).click();
    // An open dialog hides what stands behind it.
    await expect(question).toBeHidden();
    await expect(list.getByRole('listitem')).toHaveText([/Earlier state.*77\.0 bbl.*Stands now.*88\.0 bbl/]);
    await expect(page.getByRole('button', { name: 'Take over all' })).toBeHidden();
    await list.getByRole('button', { name: 'Leave out' }).click();
    await expect(list).toBeHidden();
    const { items } = await foreman.ask(endpoints.production.list, { params: { wellId }, query: {} });
    expect(items).toMatchObject([{ oilVolume: 88 }, { oilVolume: 98 }, { oilVolume: 99 }]);
  },
);

/** As a device had pulled it. */
function aReading(wellId: string, productionDate: string, oilVolume: number): RecoveredRecord {
  const id = crypto.randomUUID();
  const at = '2025-03-05T12:00:00.000Z';
  const written = { createdBy: wellId, updatedBy: wellId, createdAt: at, updatedAt: at, version: 1 };
  const data = { id, wellId, productionDate, oilVolume, entryMethod: 'MANUAL', ...written };
  return { entity: 'PRODUCTION', id, version: 1, deleted: false, data };
}
