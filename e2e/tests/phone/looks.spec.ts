/** Whether each screen of the phone can be read: upright, on its side, and at twice the size, in both languages. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import type { Page } from '@playwright/test';
import { standsStill } from '../../support/pages/page-checks.ts';
import { PASSPHRASE } from '../../support/phone/phone.ts';
import { test } from '../../support/phone/phone-test.ts';
import { DEEP, expect } from '../../support/test.ts';

/** Twice the size leaves half the pixels. */
const SIZES = [
  { width: 360, height: 740 },
  { width: 740, height: 360 },
  { width: 180, height: 370 },
  { width: 370, height: 180 },
];
/** Of the height: what people came to read has at least so much. */
const LEAST_SHARE = 0.3;

/** Words that end where their box or the window ends, and boxes that reach beyond it. */
const cutOff = async (page: Page): Promise<string[]> => {
  await standsStill(page);
  return page.evaluate(() => {
    const reachesBeyond = (element: HTMLElement): boolean => {
      const { left, right, width } = element.getBoundingClientRect();
      return width > 1 && (left < -1 || right > innerWidth + 1);
    };
    const isShortened = (element: HTMLElement): boolean =>
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE) &&
      element.clientWidth > 1 &&
      element.scrollWidth > element.clientWidth + 1;
    return [...document.querySelectorAll('#root *')]
      .filter((element): element is HTMLElement => element instanceof HTMLElement)
      .filter((element) => element.checkVisibility())
      .filter((element) => reachesBeyond(element) || isShortened(element))
      .map((element) => `${element.tagName} ${element.innerText.slice(0, 40)}`);
  });
};

test(
  'no word of a screen is cut off, and what is always there leaves room to read',
  DEEP,
  async ({ phone, workspace }) => {
    test.setTimeout(300_000);
    const today = await workspace.today();
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell(
      { operatorIds: [user.id], name: 'State of Texas University Lands Unit 12 North #104-H' },
      [{ productionDate: addDays(today, -1), oilVolume: 41 }],
    );
    const item = await workspace.addItem({}, well);
    await phone.signIn('operator');
    const { page } = phone;
    const start = page.url();
    const screens = [
      '/',
      `/wells/${well.id}/${today}`,
      `/wells/${well.id}`,
      `/wells/${well.id}/week`,
      `/wells/${well.id}/equipment`,
      '/equipment',
      `/equipment/${item.id}`,
      `/equipment/${item.id}/change`,
      `/equipment/${item.id}/log`,
      `/equipment/${item.id}/history`,
      `/equipment/new?wellId=${well.id}`,
      '/due',
      '/alerts',
      '/conflicts',
      '/sync',
      '/device',
      '/handover',
      '/log',
      '/photo',
      `/history/${well.id}/${today}`,
    ];
    for (const language of ['en', 'es'] as const) {
      const { deskWords, fieldWords } = createWords(language);
      const open = async (path: string) => {
        await page.goto(new URL(`/field${path}`, start).href);
        await page.getByLabel(deskWords.passphrase, { exact: true }).first().fill(PASSPHRASE);
        await page.getByRole('button', { name: fieldWords.unlock, exact: true }).click();
        await expect(page.getByRole('button', { name: fieldWords.unlock, exact: true })).toHaveCount(0);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      };
      for (const path of screens) {
        await open(path);
        for (const size of SIZES) {
          await page.setViewportSize(size);
          const where = `${language} ${path} ${String(size.width)}x${String(size.height)}`;
          await expect.poll(() => cutOff(page), where).toEqual([]);
          const box = await page.getByRole('main').first().boundingBox();
          expect(box?.height ?? 0, where).toBeGreaterThan(size.height * LEAST_SHARE);
        }
        await page.setViewportSize({ width: 360, height: 740 });
      }
      await open('/device');
      await page.getByRole('radio', { name: 'Español', exact: true }).click();
    }
  },
);
