/**
 * What makes typing safe, on a phone, a tablet and a desktop, by keyboard and by touch. What each part does in detail is proved
 * in its own test: this one proves that it is there, can be reached, and is not cut off.
 */
import type { Locator, Page } from '@playwright/test';
import type { Well } from '@wellpulse/contracts';
import { uniqueSlug } from '@wellpulse/testing';
import { addDevice, sendReading } from '../../support/devices.ts';
import { daysBefore, inFullWords, inWords } from '../../support/days.ts';
import { expectNoSidewaysScroll, settled } from '../../support/pages/page-checks.ts';
import { readsQuestion } from '../../support/pages/reads-question.ts';
import { DEEP, expect, test } from '../../support/test.ts';
import type { Workspace } from '../../support/workspace.ts';

const SIZES = [
  { width: 360, height: 740 },
  { width: 820, height: 1180 },
  { width: 1280, height: 800 },
];

/** Below this width the menu stands at the thumb. */
const PHONE_BELOW = 640;
/** Rows of the sheet at rest (M26): as many as a desktop has room for. */
const HIGHEST_ROW = 48;

/** How a person gets at things. */
interface Hands {
  readonly name: string;
  press(what: Locator): Promise<void>;
  type(box: Locator, text: string): Promise<void>;
  /** Says that the box is done. */
  done(page: Page): Promise<void>;
}

const TOUCH: Hands = {
  name: 'touch',
  press: (what) => what.tap(),
  type: async (box, text) => {
    await box.tap();
    await box.fill(text);
  },
  done: (page) => page.keyboard.press('Enter'),
};

const KEYBOARD: Hands = {
  name: 'keyboard',
  press: async (what) => {
    await what.focus();
    await what.press('Enter');
  },
  type: async (box, text) => {
    await box.focus();
    await box.press('Control+A');
    await box.pressSequentially(text);
  },
  done: (page) => page.keyboard.press('Enter'),
};

/** Tests share a browser, and so its clipboard: the event brings a text of its own. */
const pasteInto = (box: Locator, rows: readonly (readonly string[])[]): Promise<void> =>
  box.evaluate(
    (input, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    },
    rows.map((row) => row.join('\t')).join('\r\n'),
  );

/** Wells of one route, with oil of 10, 20 and 30 yesterday. */
async function aRoute(workspace: Workspace): Promise<{ route: string; wells: [Well, Well, Well] }> {
  const route = uniqueSlug('Hand');
  const productionDate = daysBefore(await workspace.today(), 1);
  const add = (routePosition: number) =>
    workspace.addWell({ route, routePosition }, [{ productionDate, oilVolume: 10 * routePosition }]);
  return { route, wells: [await add(1), await add(2), await add(3)] };
}

const rowOf = (page: Page, { name }: Well) => page.getByRole('group', { name });
const box = (page: Page, { name }: Well, what: string) =>
  page.getByRole('textbox', { name: `${what}, ${name}` });

/** What was done is said above the menu of a phone, and not on it. */
async function expectToastAboveMenu(page: Page): Promise<void> {
  const menu = page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true });
  const toast = page.locator('[data-sonner-toast]').filter({ visible: true }).first();
  await expect(toast).toBeInViewport({ ratio: 1 });
  if ((page.viewportSize()?.width ?? 0) >= PHONE_BELOW) return;
  const [said, bar] = [await toast.boundingBox(), await menu.boundingBox()];
  expect((said?.y ?? 0) + (said?.height ?? 0)).toBeLessThan(bar?.y ?? 0);
}

/** A picture for whoever looks: it stands beside the results. */
const picture = async (page: Page, name: string): Promise<void> => {
  await test.info().attach(name, { body: await page.screenshot(), contentType: 'image/png' });
};

for (const viewport of SIZES) {
  for (const hands of [KEYBOARD, TOUCH]) {
    test.describe(`at ${String(viewport.width)} pixels, by ${hands.name}`, () => {
      test.use({ person: 'operator', ownBrowser: true, viewport, hasTouch: hands === TOUCH });

      test(
        'a pumper’s day sheet opens on their wells, asks once, stays on what is wrong, and takes a paste back',
        DEEP,
        async ({ page, workspace }) => {
          const { route, wells } = await aRoute(workspace);
          const [first, second, third] = wells;
          for (const path of ['/', '/enter']) {
            await page.goto(path);
            await expect(page.getByRole('checkbox', { name: 'My wells' })).toBeChecked();
          }

          await page.goto(`/enter?route=${route}`);
          await expect(page.getByText('0 of 3 active wells entered')).toBeVisible();
          // The page may scroll, and its parts may not move against each other.
          const top = async () => {
            const parts = [page.getByRole('heading', { level: 1 }), box(page, second, 'Oil')];
            const [heading, next] = await Promise.all(parts.map((part) => part.boundingBox()));
            return (next?.y ?? Number.NaN) - (heading?.y ?? Number.NaN);
          };
          const before = await top();
          await hands.type(box(page, first, 'Oil'), '1');
          expect(await top()).toBe(before);

          if (viewport.width === 1280) {
            const heights = await Promise.all(wells.map((well) => rowOf(page, well).boundingBox()));
            for (const row of heights.slice(1)) expect(row?.height).toBeLessThanOrEqual(HIGHEST_ROW);
          }

          await hands.type(box(page, first, 'Oil'), '1000');
          await hands.done(page);
          const ask = rowOf(page, first).getByRole('alert');
          await expect(ask).toContainText('1,000 is 100 times yesterday. 10? Enter again to keep');
          await expect(ask).toBeInViewport();
          await expectNoSidewaysScroll(page);
          await picture(page, 'asked');
          await readsQuestion(page);
          await hands.press(rowOf(page, first).getByRole('button', { name: /^(Keep|Save)/ }));
          await expect(rowOf(page, first)).toContainText('Saved');

          await hands.type(box(page, second, 'Gas'), 'abc');
          await hands.type(box(page, second, 'Water'), '1');
          await expect(rowOf(page, second).getByRole('alert')).toHaveText(
            'Gas must be a number, such as 42.5.',
          );
          await hands.done(page);
          await expect(box(page, second, 'Gas')).toBeFocused();
          await expect(rowOf(page, second).getByRole('button', { name: /^Save/ })).toBeVisible();
          await picture(page, 'wrong');

          await pasteInto(box(page, second, 'Gas'), [
            ['210', '2'],
            ['320', '3'],
          ]);
          await expect(box(page, third, 'Water')).toHaveValue('3');
          await expectToastAboveMenu(page);
          await hands.press(page.getByRole('button', { name: 'Undo' }));
          await expect(box(page, second, 'Gas')).toHaveValue('abc');
          await expect(box(page, third, 'Water')).toHaveValue('');

          await pasteInto(box(page, third, 'Oil'), [
            ['Well', 'Gas', 'Oil'],
            [third.name.toUpperCase(), '310', '31'],
          ]);
          await expect(box(page, third, 'Gas')).toHaveValue('310');
          await hands.press(page.getByRole('button', { name: 'Undo' }).first());
          await expect(box(page, third, 'Gas')).toHaveValue('');

          // What is left behind is counted where one goes from here.
          await page.goto('/wells');
          await settled(page);
          await expect(
            page
              .getByRole('link', { name: /not saved/ })
              .filter({ visible: true })
              .first(),
          ).toBeVisible();
          await page.goto(`/enter?route=${route}&date=${daysBefore(await workspace.today(), 1)}`);
          await expect(page.getByRole('button', { name: /^Day after: \d+ not saved/ })).toBeVisible();
        },
      );

      test(
        'seven days find their days and columns, and are pasted over only after a question',
        DEEP,
        async ({ page, workspace }) => {
          const today = await workspace.today();
          const well = await workspace.addWell({}, [{ productionDate: daysBefore(today, 3), oilVolume: 55 }]);
          await page.goto(`/wells/${well.id}/bulk`);
          const cell = (what: string, ago: number) =>
            page.getByRole('textbox', { name: `${what}, ${inWords(daysBefore(today, ago))}` });
          await expect(cell('Oil', 3)).toHaveValue('55');
          await pasteInto(cell('Oil', 6), [
            ['Date', 'Gas (MCF)', 'Oil'],
            [daysBefore(today, 5), '310', 'n/a'],
            [daysBefore(today, 3), '305', '41'],
          ]);
          await expect(cell('Gas', 5)).toHaveValue('310');
          await expect(cell('Oil', 5)).toHaveValue('');
          await expectNoSidewaysScroll(page);
          await picture(page, 'replace');
          await hands.press(page.getByRole('button', { name: 'Replace' }));
          await expect(cell('Oil', 3)).toHaveValue('41');
          await hands.press(page.getByRole('button', { name: 'Undo' }));
          await expect(cell('Gas', 5)).toHaveValue('');
          await expect(cell('Oil', 3)).toHaveValue('55');
        },
      );

      test(
        'a row of the table says under itself what is remarkable, of what was changed alone',
        DEEP,
        async ({ page, workspace }) => {
          const today = await workspace.today();
          const well = await workspace.addWell({}, [
            { productionDate: today, oilVolume: 67, gasVolume: 5, waterVolume: 900 },
            { productionDate: daysBefore(today, 1), oilVolume: 66, gasVolume: 100, waterVolume: 9 },
          ]);
          await page.goto(`/wells/${well.id}`);
          await hands.press(page.getByRole('button', { name: `Edit ${inWords(today)}` }));
          await hands.type(page.getByRole('textbox', { name: /^Oil/ }), '670');
          const words = page.getByText(/\+915 % against 66/).filter({ visible: true });
          await expect(words.first()).toBeVisible();
          await expect(
            page.getByText(/Stopped|against 100\.0|against 9\.0/).filter({ visible: true }),
          ).toHaveCount(0);
          await hands.done(page);
          await expect(
            page
              .getByText(/10 times yesterday/)
              .filter({ visible: true })
              .first(),
          ).toBeInViewport();
          await expectNoSidewaysScroll(page);
          await picture(page, 'row');
        },
      );

      test.describe('at the office', () => {
        test.use({ person: 'manager' });

        test(
          'a conflict that the rules settled is announced, whole, and taken back',
          DEEP,
          async ({ page, workspace }) => {
            const day = daysBefore(await workspace.today(), 1);
            const well = await workspace.addWell({}, [
              { productionDate: daysBefore(day, 1), oilVolume: 82.2 },
            ]);
            const [hers, his] = [
              await addDevice(workspace, 'operator'),
              await addDevice(workspace, 'manager'),
            ];
            await sendReading(hers, well, day, {
              oilVolume: 81.5,
              waterVolume: 140,
              notes: 'from run ticket',
              location: {
                ...{ latitude: 31.9, longitude: -102.1, accuracyFeet: 16, distanceFeet: 120 },
                capturedAt: new Date().toISOString(),
              },
            });
            await sendReading(his, well, day, { oilVolume: 18.5 });

            await page.goto('/');
            const menu = page.getByRole('navigation', { name: 'Pages' }).filter({ visible: true });
            const news = page
              .getByRole('main')
              .getByRole('link', { name: /settled by the rules since you looked/ });
            await expect(news).toBeVisible();
            if (viewport.width < PHONE_BELOW) {
              await hands.press(page.getByRole('button', { name: /^More/ }));
              await expect(
                page.getByRole('dialog').getByRole('link', { name: /settled by the rules/ }),
              ).toBeVisible();
              await page.keyboard.press('Escape');
            } else await expect(menu.getByRole('link', { name: /settled by the rules/ })).toBeVisible();
            await hands.press(news);
            await expect(page).toHaveURL(/\/conflicts/);
            await page.goto(`/conflicts?status=ALL&well=${well.id}`);
            const card = page.getByRole('region', { name: `${well.name}, ${inFullWords(day)}` });
            await expect(card.getByRole('row', { name: /^Oil/ })).toContainText(/81\.50.*18\.50/);
            await expect(card.getByRole('row', { name: /^Water/ })).toContainText('140.00');
            await expect(card.getByRole('row', { name: /^Notes/ })).toContainText('from run ticket');
            await expect(card).toContainText('day before 82.20');
            await expect(card).toContainText('More than 20 % off the day before raises an alert.');
            await expect(card).toContainText('120 ft');
            await expect(card.getByRole('row', { name: /^Oil/ })).toContainText('The later entry');
            await expect(card.locator('s')).toHaveText(['81.50 bbl']);
            await expectNoSidewaysScroll(page);
            await card.scrollIntoViewIfNeeded();
            await picture(page, 'conflict');
            await hands.press(card.getByRole('button', { name: /^Undo/ }));
            await hands.press(page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }));
            await expect(card).toContainText('Now: Oil 81.50 bbl');
            await picture(page, 'undone');
          },
        );
      });
    });
  }
}
