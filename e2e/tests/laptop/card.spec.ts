/**
 * The training of a new user is one card: four steps from the start screen to the tick (docs/laptop-card/README.md). `KEEP_PICTURES=1` makes its
 * pictures anew from the screens of the app, on the wells of the demo: run this file alone then.
 */
import { createWords } from '@wellpulse/words';
import { join } from 'node:path';
import { Laptop, PIN } from '../../support/laptop/laptop.ts';
import { standsStill } from '../../support/pages/page-checks.ts';
import { usualVolume } from '../../support/pages/usual-volume.ts';
import { DAY_5, expect, test } from '../../support/test.ts';

const { fieldWords, fieldLabel, formTexts } = createWords('en');
const PICTURES = join(import.meta.dirname, '../../../docs/laptop-card');
const isKeeping = process.env['KEEP_PICTURES'] === '1';

test('a new user records a reading in the four steps of the card', DAY_5, async ({ workspace }) => {
  const laptop = await Laptop.unpack(workspace.addresses.webUrl);
  const { page } = laptop;
  await page.setViewportSize({ width: 1280, height: 720 });
  await laptop.signIn('operator');
  const route = page.getByRole('list', { name: fieldWords.route });
  await expect(route.getByRole('link').first()).toBeVisible();
  await expect(laptop.banner()).toContainText(fieldWords.allSent);
  await laptop.lock();
  laptop.setOffline(true);
  await expect(laptop.banner()).toContainText(fieldWords.offline);
  let steps = 0;
  /** One interaction, and the screen at which it is made. */
  const step = async (act: () => Promise<unknown>, name?: string): Promise<void> => {
    if (isKeeping && name !== undefined) {
      await page.screenshot({ path: join(PICTURES, `${name}.jpg`), type: 'jpeg', quality: 80 });
    }
    steps += 1;
    await act();
  };
  const pin = page.getByLabel(fieldWords.pin);
  await pin.fill(PIN);
  await step(() => pin.press('Enter'), '1-open');
  const next = route.getByRole('link').first();
  await expect(next).toContainText(fieldWords.nextWell);
  const wellName = (await next.getAttribute('aria-label'))?.replace(fieldWords.openWell(''), '') ?? '';
  await step(() => next.click(), '2-next-well');
  const oil = page.getByLabel(fieldLabel('production', 'oilVolume'));
  const volume = await usualVolume(page);
  await step(() => oil.fill(volume));
  const save = page.getByRole('button', { name: formTexts.saveEntry });
  await expect(save).toBeInViewport({ ratio: 1 });
  await step(() => save.click(), '3-number');
  const tick = page.getByText(`${wellName}: ${fieldWords.saved}`);
  await expect(tick).toBeVisible();
  if (isKeeping) {
    await standsStill(page);
    await page.screenshot({ path: join(PICTURES, '4-saved.jpg'), type: 'jpeg', quality: 80 });
  }
  expect(steps).toBeLessThanOrEqual(4);
  await laptop.throwAway();
});
