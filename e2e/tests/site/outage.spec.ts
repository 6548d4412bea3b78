/** The API dies or hangs while people work, and others come by https. A stack of its own, so that nobody else notices. */
import type { Page } from '@playwright/test';
import { API_PATH, endpoints, signInCode, type Well } from '@wellpulse/contracts';
import { aWell, signIn, TEST_PASSWORD, type SignedInCaller } from '@wellpulse/testing';
import { Chart } from '../../support/pages/chart.ts';
import { EntryForm } from '../../support/pages/entry-form.ts';
import { putPhoto } from '../../support/devices.ts';
import { aPicture, expectDrawn } from '../../support/pictures.ts';
import { RESOLVES_HERE } from '../../support/stack/caddy.ts';
import { chromium } from '../../support/stack/chromium.ts';
import { findDescendant } from '../../support/stack/processes.ts';
import { testWithOwnStack } from '../../support/stack/own-stack.ts';
import type { RunningStack } from '../../support/stack/run-stack.ts';
import { SignInPage } from '../../support/pages/sign-in-page.ts';
import { DAY_1, DAY_2, DEEP, expect } from '../../support/test.ts';

const FOREMAN = { tenant: 'outage', email: 'foreman@outage.example', password: TEST_PASSWORD };

const test = testWithOwnStack(FOREMAN, { forOthers: true });
test.use({ person: null, ignoreHTTPSErrors: true, launchOptions: chromium({ more: [RESOLVES_HERE] }) });
test.describe.configure({ mode: 'serial', timeout: 120_000 });

const apiOf = ({ pid }: RunningStack) => findDescendant(pid, /apps\/api\/dist\/main\.js/);

async function addWell(stack: RunningStack): Promise<{ foreman: SignedInCaller; well: Well }> {
  const foreman = await signIn(stack.apiUrl, FOREMAN);
  return { foreman, well: await foreman.ask(endpoints.wells.create, { body: aWell() }) };
}

async function enter(page: Page): Promise<void> {
  await (await SignInPage.open(page)).submit(FOREMAN);
  await expect(page).toHaveURL('/');
}

test(
  'a reading that is on its way when the API is killed is kept, and saved once when it is back',
  DAY_1,
  async ({ page, stack }) => {
    const { foreman, well } = await addWell(stack);
    await enter(page);
    const form = await EntryForm.open(page, well);
    await form.oil.fill('42.5');
    const api = await apiOf(stack);
    process.kill(api, 'SIGSTOP');
    await form.save.click();
    await expect(form.save).toBeDisabled();
    process.kill(api, 'SIGKILL');
    await expect(form.problem).toContainText('The server cannot be reached');
    await expect(form.oil).toHaveValue('42.5');
    // Pressed again until the launcher has started the API again, as an impatient person does.
    await expect(async () => {
      await form.save.click({ timeout: 1_000 });
      await expect(page).toHaveURL(`/wells/${well.id}`, { timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    const records = await foreman.ask(endpoints.production.list, { params: { wellId: well.id }, query: {} });
    expect(records.items).toMatchObject([{ oilVolume: 42.5 }]);
  },
);

test(
  'an open dashboard says that the connection is lost, keeps what it shows, and catches up by itself',
  DAY_1,
  async ({ page, stack }) => {
    const { well } = await addWell(stack);
    await enter(page);
    await page.goto(`/wells/${well.id}`);
    const live = page.getByRole('status').filter({ hasText: /^(Live|Reconnecting|Connecting)$/ });
    await expect(live).toHaveText('Live');
    const loadedAt = await page.evaluate(() => performance.timeOrigin);
    process.kill(await apiOf(stack), 'SIGKILL');
    await expect(live).toHaveText('Reconnecting');
    await expect(page.getByRole('heading', { level: 1, name: well.name })).toBeVisible();

    let foreman: SignedInCaller | undefined;
    await expect(async () => {
      foreman = await signIn(stack.apiUrl, FOREMAN);
    }).toPass({ timeout: 60_000 });
    const today = (await foreman?.ask(endpoints.auth.me, {}))?.today ?? '';
    await foreman?.ask(endpoints.production.create, {
      params: { wellId: well.id },
      body: { productionDate: today, oilVolume: 17.25 },
    });
    await expect(live).toHaveText('Live', { timeout: 60_000 });
    await new Chart(page, well.name).expectToSay('End', /oil 17\.3 bbl/);
    expect(await page.evaluate(() => performance.timeOrigin)).toBe(loadedAt);
  },
);

test(
  'behind Caddy, under another name, a device brings a photo, and the dashboard shows it',
  DAY_2,
  async ({ page, context, stack }, testInfo) => {
    const { publicUrl } = stack;
    testInfo.skip(!publicUrl.startsWith('https:'), 'Caddy is not here: apt-get install caddy');
    const foreman = await signIn(publicUrl + API_PATH, FOREMAN);
    const well = await foreman.ask(endpoints.wells.create, { body: aWell() });
    const item = await foreman.ask(endpoints.equipment.create, {
      params: { wellId: well.id },
      body: { equipmentType: 'PUMP_JACK', serialNumber: 'PJ-1' },
    });
    // What a camera makes of the code in Settings.
    await page.goto(signInCode(publicUrl, FOREMAN.tenant));
    await expect(page.getByLabel('Company')).toHaveValue(FOREMAN.tenant);
    await new SignInPage(page).submit(FOREMAN);
    await expect(page).toHaveURL(`${publicUrl}/`);
    for (const { name, secure } of await context.cookies()) expect([name, secure]).toEqual([name, true]);

    const { buffer } = await aPicture(page, { name: 'a.jpg', side: 1200, noisy: true });
    expect(buffer.length).toBeGreaterThan(1024 * 1024);
    await putPhoto(foreman, item, buffer);
    await page.goto(`${publicUrl}/equipment/${item.id}`);
    await expectDrawn(
      page
        .getByRole('main')
        .getByRole('button', { name: /^Photo/ })
        .locator('img'),
    );
    // Events come through it one by one.
    await expect(page.getByRole('status').filter({ hasText: /^Live$/ })).toBeVisible();
  },
);

test(
  'a page that is opened while the API is away says so in words, and comes by itself when it is back',
  DEEP,
  async ({ page, stack }) => {
    await enter(page);
    process.kill(await apiOf(stack), 'SIGKILL');
    await page.goto('/wells');
    await expect(page.getByRole('alert').filter({ hasText: 'tries again by itself' })).toBeVisible();
    await expect(page.getByRole('heading', { level: 1, name: 'Wells' })).toBeVisible({ timeout: 60_000 });
    // Nobody was signed out by it.
    await expect(page.getByRole('button', { name: 'Your account: Lee Foreman' })).toBeVisible();
  },
);
