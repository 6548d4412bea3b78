/** The app of the laptop, against the stack: what is entered without a network is on the dashboard's side, once, under its author. */
import { createWords } from '@wellpulse/words';
import { endpoints } from '@wellpulse/contracts';
import { addDays, RECENT_DAYS } from '@wellpulse/domain';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PEOPLE } from '../../support/people.ts';
import { wrongForGloves } from '../../support/laptop/gloves.ts';
import { Laptop } from '../../support/laptop/laptop.ts';
import { readsQuestion } from '../../support/pages/reads-question.ts';
import { DAY_1, DAY_2, DAY_4, DAY_5, expect, test as base } from '../../support/test.ts';

const { fieldLabel, fieldWords, formTexts, listWords, productionTexts, sessionWords, formatRefusal } =
  createWords('en');

/** So many days stand on the page of a well’s days. */
const DAYS_OF_PAGE = 7;

const test = base.extend<{ laptop: Laptop }>({
  laptop: async ({ workspace }, use) => {
    const laptop = await Laptop.unpack(workspace.addresses.webUrl);
    await use(laptop);
    await laptop.throwAway();
  },
});

test('two people enter without a network, the program is killed, and each entry arrives once under its author', async ({
  laptop,
  workspace,
}) => {
  const mine = { operatorIds: [(await (await workspace.as('operator')).ask(endpoints.auth.me, {})).user.id] };
  const wells = [await workspace.addWell(mine), await workspace.addWell(mine)] as const;
  expect(await wrongForGloves(laptop.page)).toEqual([]);
  const today = await workspace.today();
  await laptop.signIn('manager');
  await laptop.lock();
  expect(await wrongForGloves(laptop.page)).toEqual([]);
  await laptop.signIn('operator');
  await expect(laptop.page.getByRole('link', { name: fieldWords.openWell(wells[0].name) })).toBeVisible();

  expect(await wrongForGloves(laptop.page)).toEqual([]);

  laptop.setOffline(true);
  await laptop.enterOil(wells[0].name, '42.5');
  // The next well of the route is open now.
  expect(await wrongForGloves(laptop.page)).toEqual([]);
  await laptop.crash();
  await laptop.unlock('manager');
  await laptop.enterOil(wells[1].name, '17');
  await expect(laptop.banner()).toContainText(fieldWords.waiting(2));
  await expect(laptop.banner()).toContainText(fieldWords.offline);

  laptop.setOffline(false);
  await laptop.syncNow();
  await expect(laptop.banner()).toContainText(fieldWords.allSent);
  const manager = await workspace.as('manager');
  for (const [well, oilVolume, author] of [
    [wells[0], 42.5, 'operator'],
    [wells[1], 17, 'manager'],
  ] as const) {
    const { items } = await manager.ask(endpoints.production.list, {
      params: { wellId: well.id },
      query: { from: today, to: today },
    });
    expect(items).toMatchObject([{ oilVolume, entryMethod: 'ELECTRON' }]);
    const { user } = await (await workspace.as(author)).ask(endpoints.auth.me, {});
    expect(items[0]?.createdBy).toBe(user.id);
    expect(user.name).toBe(PEOPLE[author].name);
  }
});

test('nobody who finds the laptop locked sees or signs anything', DAY_5, async ({ laptop, workspace }) => {
  await laptop.signIn('operator');
  await laptop.app.evaluate(({ powerMonitor }) => powerMonitor.emit('lock-screen'));
  await expect(laptop.page.getByRole('button', { name: fieldWords.unlock, exact: true })).toBeVisible();
  const well = await workspace.addWell();
  const day = await workspace.today();
  const entry = { productionDate: day, oilVolume: 1, gasVolume: null, waterVolume: null };
  const answers = await Promise.all([
    laptop.call('records.route', { day }),
    laptop.call('entries.save', [{ wellId: well.id, entry, base: null, photos: [] }]),
  ]);
  expect(answers).toEqual([LOCKED, LOCKED]);
  await laptop.page.getByLabel(fieldWords.pin).fill('0000');
  await laptop.page.getByRole('button', { name: fieldWords.unlock, exact: true }).click();
  await expect(laptop.page.getByText(formatRefusal({ code: 'WRONG_SECRET' }))).toBeVisible();
});

test(
  'the camera reads the code of the dashboard at the first sign-in',
  DAY_1,
  async ({ workspace, openAs }) => {
    const dashboard = await openAs('admin');
    await dashboard.goto('/settings');
    const code = dashboard.getByRole('img', { name: /^Code to scan/ });
    const folder = await mkdtemp(join(tmpdir(), 'wellpulse-camera-'));
    const seen = join(folder, 'seen.mjpeg');
    await writeFile(seen, await code.screenshot({ type: 'jpeg', quality: 95 }));
    const laptop = await Laptop.unpack(workspace.addresses.webUrl, {
      args: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${seen}`],
    });
    await laptop.page.getByRole('button', { name: fieldWords.scanCode }).click();
    await expect(laptop.page.getByRole('dialog')).toBeVisible();
    await expect(laptop.page.getByRole('dialog')).toBeHidden();
    await expect(laptop.page.getByLabel(sessionWords.tenant)).toHaveValue(PEOPLE.operator.tenant);
    await laptop.signIn('operator');
    await laptop.throwAway();
    await rm(folder, { recursive: true });
  },
);

test(
  'a colleague’s well opens by Enter, says how few days are here, and two clicks at once keep no unusual volume',
  DAY_2,
  async ({ laptop, workspace }) => {
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const own = await workspace.addWell({ operatorIds: [user.id] });
    const yesterday = addDays(await workspace.today(), -1);
    const well = await workspace.addWell({}, [{ productionDate: yesterday, oilVolume: 44.1 }]);
    await laptop.signIn('operator');
    const { page } = laptop;
    const chart = page.getByRole('region', { name: productionTexts.productionChart });
    const search = page.getByRole('searchbox');
    const found = page.getByRole('list', { name: fieldWords.findWell }).getByRole('link');
    const openFound = async (name: string): Promise<void> => {
      await search.fill(name);
      await expect(found).toHaveCount(1);
      // Typed anew, it opens before the list has followed.
      await search.fill('');
      await search.fill(name);
      await search.press('Enter');
      await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
    };
    await openFound(own.name);
    await expect(chart).toContainText(fieldWords.lastDaysHere(90));
    await page.getByRole('link', { name: fieldWords.backToRoute }).click();
    await openFound(well.name);
    await expect(chart).toContainText(fieldWords.lastDaysHere(RECENT_DAYS));

    await page.getByRole('link', { name: productionTexts.sevenDays }).click();
    const notHere = page.getByText(fieldWords.daysNotHere);
    for (let day = DAYS_OF_PAGE; day < RECENT_DAYS + 1; day += 1) {
      await expect(notHere).toBeHidden();
      await page.getByRole('button', { name: listWords.dayBefore }).click();
    }
    await expect(notHere).toBeVisible();
    for (let day = DAYS_OF_PAGE; day < RECENT_DAYS + 1; day += 1)
      await page.getByRole('button', { name: listWords.dayAfter }).click();
    await expect(notHere).toBeHidden();
    await page
      .getByRole('textbox', { name: fieldLabel('production', 'oilVolume') })
      .last()
      .fill('4410');
    const save = page.getByRole('button', { name: formTexts.saveNumberOfDays(1), exact: true });
    await save.dblclick();
    await expect(page.getByText('4,410 is 100 times the reading before. 44.1?')).not.toHaveCount(0);
    await readsQuestion(page);
    await save.click();
    await expect(page.getByText(productionTexts.daysSaved(well.name, 1))).toBeVisible();
  },
);

test('the page of the laptop reaches nothing but its bridge', DAY_4, async ({ laptop, workspace }) => {
  const { page } = laptop;
  const url = page.url();
  const reached = await page.evaluate(async (elsewhere) => {
    const script = document.createElement('script');
    script.textContent = 'globalThis.wasRun = true';
    document.body.append(script);
    const asked = async (act: () => Promise<unknown>): Promise<boolean> =>
      act().then(
        () => true,
        () => false,
      );
    location.href = elsewhere;
    return {
      inlineScript: Reflect.get(globalThis, 'wasRun') === true,
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
      server: await asked(() => fetch(`${elsewhere}/api/health`)),
      window: globalThis.open(elsewhere) !== null,
      microphone: await asked(() => navigator.mediaDevices.getUserMedia({ audio: true })),
      place: (await navigator.permissions.query({ name: 'geolocation' })).state === 'granted',
      unknownMethod: await asked(() =>
        (globalThis as unknown as PageOfLaptop).wellpulse.call('people.steal', {}),
      ),
      methods: Object.keys((globalThis as unknown as PageOfLaptop).wellpulse),
    };
  }, workspace.addresses.webUrl);
  expect(reached).toEqual({
    inlineScript: false,
    node: [],
    server: false,
    window: false,
    microphone: false,
    place: false,
    unknownMethod: false,
    methods: ['call', 'on'],
  });
  expect(page.url()).toBe(url);
  expect(laptop.app.windows()).toHaveLength(1);
});

test('what is typed and not saved is there after a crash', DAY_5, async ({ laptop, workspace }) => {
  const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
  const well = await workspace.addWell({ operatorIds: [user.id] });
  await laptop.signIn('operator');
  await laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }).click();
  await laptop.page.getByLabel(fieldLabel('production', 'oilVolume')).fill('12.5');
  await expect.poll(async () => (await laptop.call('drafts.all', {})).value).not.toEqual([]);
  await laptop.crash();
  await laptop.unlock('operator');
  await laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }).click();
  await expect(laptop.page.getByLabel(fieldLabel('production', 'oilVolume'))).toHaveValue('12.5');
});

interface PageOfLaptop {
  readonly wellpulse: { call(name: string, input: unknown): Promise<unknown> };
}

const LOCKED = { ok: false, problem: { kind: 'REFUSED', refusal: { code: 'LOCKED' } } };
