/**
 * The training of a pumper is one card: four steps from the lock screen to the tick (docs/phone/card/README.md). `KEEP_PICTURES=1` makes its
 * pictures anew from the screens of the app, on the wells of the demo: run this file alone then.
 */
import { createWords } from '@wellpulse/words';
import { join } from 'node:path';
import { PASSPHRASE } from '../../support/phone/phone.ts';
import { test } from '../../support/phone/phone-test.ts';
import { standsStill } from '../../support/pages/page-checks.ts';
import { usualVolume } from '../../support/pages/usual-volume.ts';
import { DAY_4, expect } from '../../support/test.ts';

const { deskWords, fieldWords, formTexts, phoneWords } = createWords('en');
const PICTURES = join(import.meta.dirname, '../../../docs/phone/card');
const isKeeping = process.env['KEEP_PICTURES'] === '1';
const MINUTE = 60_000;

test('a new user records a reading in the four steps of the card', DAY_4, async ({ phone }) => {
  await phone.signIn('operator');
  await expect(phone.banner()).toContainText(fieldWords.allSent);
  await phone.canStartOffline();
  await phone.context.setOffline(true);
  await phone.reopen();
  const { page } = phone;
  await expect(phone.banner()).toContainText(fieldWords.offline);
  let steps = 0;
  const keep = async (name: string): Promise<void> => {
    if (!isKeeping) return;
    await standsStill(page);
    await page.screenshot({ path: join(PICTURES, `${name}.jpg`), type: 'jpeg', quality: 85 });
  };
  /** One interaction, and the screen at which it is made. */
  const step = async (act: () => Promise<unknown>, name?: string): Promise<void> => {
    if (name !== undefined) await keep(name);
    steps += 1;
    await act();
  };
  const start = performance.now();
  const secret = page.getByLabel(deskWords.passphrase, { exact: true });
  await secret.fill(PASSPHRASE);
  await step(() => secret.press('Enter'), '1-open');
  const enter = page.getByRole('button', { name: phoneWords.enterProduction });
  await expect(enter).toBeVisible();
  await expect(page.getByRole('list', { name: fieldWords.route }).getByRole('link').first()).toBeVisible();
  await step(() => enter.click(), '2-next-well');
  const oil = phone.box('OIL');
  await expect(oil).toBeVisible();
  const volume = await usualVolume(page);
  await step(() => oil.fill(volume));
  const save = page.getByRole('button', { name: formTexts.saveEntry });
  await expect(save).toBeInViewport({ ratio: 1 });
  await step(() => save.click(), '3-number');
  await expect(page.getByText(`: ${fieldWords.saved}`)).toBeVisible();
  expect(performance.now() - start).toBeLessThan(MINUTE);
  // The next well is open below the tick.
  await expect(oil).toHaveValue('');
  await keep('4-saved');
  expect(steps).toBeLessThanOrEqual(4);
});
