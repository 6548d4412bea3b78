import type { Page } from '@playwright/test';
import { endpoints } from '@wellpulse/contracts';
import { LogForm } from '../../support/pages/log-form.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../../support/pages/page-checks.ts';
import { aDisguise, aPicture } from '../../support/pictures.ts';
import { DAY_2, DAY_4, DAY_5, DEEP, expect, test } from '../../support/test.ts';

const WELL = { latitude: 31.8457, longitude: -102.3676 };
/** 0.001 degrees of latitude north of the well: 365 feet. */
const EXIF = {
  latitude: 31.8467,
  longitude: -102.3676,
  clock: '2026:03:10 09:14:00',
  offset: '-06:00',
};

const isPut = (request: { method(): string }) => request.method() === 'PUT';

/** Lets no bytes of a photo through, neither straight nor through the dashboard. */
async function blockPhotos(page: Page): Promise<() => Promise<void>> {
  const isPhoto = (url: URL) =>
    /\/(uploads|photos)(\/|$)/.test(url.pathname) && !url.pathname.endsWith('upload-url');
  await page.route(isPhoto, async (route) => {
    const request = route.request();
    if (isPut(request) || request.method() === 'POST') await route.abort();
    else await route.fallback();
  });
  return () => page.unroute(isPhoto);
}

test.use({ person: 'operator' });

test(
  'a photo keeps where and when it was taken, is made smaller, and goes straight to the storage, on our own origin',
  DAY_5,
  async ({ page, workspace }) => {
    const well = await workspace.addWell(WELL);
    const item = await workspace.addItem({}, well);
    const form = await LogForm.open(page, item);
    const large = await aPicture(page, { name: 'large.jpg', side: 2400, noisy: true, exif: EXIF });
    expect(large.buffer.length).toBeGreaterThan(2 * 1024 * 1024);
    const put = page.waitForRequest((request) => isPut(request) && request.url().includes('/uploads/'));
    await form.choose(large);
    const photo = form.photo('large.jpg');
    // Six million pixels are made smaller before: seconds of work, and more on a busy machine.
    await expect(photo).toContainText('Stored', { timeout: 60_000 });
    await expect(photo).toContainText('365 ft from the well');
    await expect(photo).toContainText('10 Mar 2026');
    expect((await put).url()).toMatch(`${workspace.addresses.webUrl}/blob/`);

    const viewer = await workspace.as('viewer');
    const { items } = await viewer.ask(endpoints.photos.list, { params: { ownerId: item.id } });
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ state: 'STORED', takenAt: '2026-03-10T15:14:00.000Z' });
    expect(items[0]?.sizeBytes).toBeLessThanOrEqual(2 * 1024 * 1024);
    expect(items[0]?.location?.distanceFeet).toBe(365);
  },
);

test(
  'a picture in disguise is refused in words, and stands in the way of nothing else',
  DEEP,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    const form = await LogForm.open(page, item);
    await form.choose(aDisguise('drawing.jpg'), await aPicture(page, { name: 'good.jpg' }));
    await expect(form.photo('drawing.jpg')).toContainText('This is no JPEG, PNG, WebP or HEIC picture');
    await expect(form.photo('drawing.jpg').getByRole('button', { name: /Try again/ })).toBeHidden();
    await expect(form.photo('good.jpg')).toContainText('Stored');
    await form.dialog.getByRole('button', { name: 'Remove drawing.jpg' }).click();
    await form.description.fill('Checked the guard');
    await form.save.click();
    await expect(page.getByText(/maintenance logged, with 1 photo$/)).toBeVisible();
  },
);

test(
  'where the storage can’t be reached from here, photos go through the dashboard',
  DEEP,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    await page.route(/\/blob\//, (route) => (isPut(route.request()) ? route.abort() : route.fallback()));
    const form = await LogForm.open(page, item);
    await form.choose(await aPicture(page, { name: 'detour.jpg' }));
    await expect(form.photo('detour.jpg')).toContainText('Stored');
  },
);

test(
  'a photo that failed is tried again by hand, and saving goes on by itself then',
  DAY_4,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    const unblock = await blockPhotos(page);
    const form = await LogForm.open(page, item);
    await form.choose(await aPicture(page, { name: 'belt.jpg' }));
    const photo = form.photo('belt.jpg');
    await expect(photo).toContainText('The server cannot be reached');
    await form.description.fill('Replaced motor belt');
    await form.save.click();
    await expect(form.dialog).toContainText('Not saved yet: 1 photo could not be stored');
    await unblock();
    await photo.getByRole('button', { name: 'Try again belt.jpg' }).click();
    await expect(page.getByText(/maintenance logged, with 1 photo$/)).toBeVisible();
    await expect(form.dialog).toBeHidden();
  },
);

test(
  'a log is saved without the photos that failed, if somebody wants that',
  DEEP,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    await blockPhotos(page);
    const form = await LogForm.open(page, item);
    await form.choose(await aPicture(page, { name: 'lost.jpg' }));
    await form.description.fill('Tightened the stuffing box');
    await form.save.click();
    await form.dialog.getByRole('button', { name: 'Save without the failed photos' }).click();
    await expect(form.dialog).toBeHidden();
    await expect(page.getByRole('list', { name: 'Maintenance' })).toContainText('Tightened the stuffing box');
  },
);

test(
  'a reload loses neither words nor stored photos, and names those to choose again',
  DAY_2,
  async ({ page, workspace }) => {
    const item = await workspace.addItem();
    let form = await LogForm.open(page, item);
    await form.choose(await aPicture(page, { name: 'kept.jpg' }));
    await expect(form.photo('kept.jpg')).toContainText('Stored');
    await blockPhotos(page);
    await form.choose(await aPicture(page, { name: 'unsent.jpg' }));
    await expect(form.photo('unsent.jpg')).toContainText('The server cannot be reached');
    await form.description.fill('Half a sentence');
    await page.unrouteAll({ behavior: 'wait' });
    form = await LogForm.open(page, item);
    await expect(form.description).toHaveValue('Half a sentence');
    await expect(form.photo('kept.jpg')).toContainText('Stored');
    await expect(form.dialog).toContainText('had not been stored yet. Choose them again: unsent.jpg');
    await form.save.click();
    await expect(page.getByText(/maintenance logged, with 1 photo$/)).toBeVisible();
  },
);

test('photos are looked at closely, one after the other, by keyboard', DEEP, async ({ page, workspace }) => {
  const well = await workspace.addWell(WELL);
  const item = await workspace.addItem({}, well);
  const form = await LogForm.open(page, item);
  await form.choose(
    await aPicture(page, { name: 'one.jpg' }),
    await aPicture(page, { name: 'two.jpg', exif: EXIF }),
  );
  await expect(form.photos.filter({ hasText: 'Stored' })).toHaveCount(2);
  await form.description.fill('Looked at it');
  await form.save.click();
  await expect(form.dialog).toBeHidden();

  const tile = page.getByRole('list', { name: 'Photos of this entry' }).getByRole('button').first();
  await tile.click();
  const viewer = page.getByRole('dialog', { name: /^Photo/ });
  const about = viewer.getByRole('complementary', { name: 'About the photo' });
  await expect(about).toContainText('1 of 2');
  await expect(about).toContainText('Jo Ortiz');
  const picture = viewer.getByRole('img', { name: /^The photo/ });
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);
  const width = async () => (await picture.boundingBox())?.width ?? 0;
  const before = await width();
  await page.keyboard.press('+');
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  await page.keyboard.press('0');
  await expect.poll(width).toBeLessThan(before * 1.01);
  await page.keyboard.press('ArrowRight');
  await expect(about).toContainText('2 of 2');
  await expect(about).toContainText(`365 ft from ${well.name}`);
  await expect(about.getByRole('region', { name: 'Where the photo was taken' })).toBeVisible();
  await expectAccessible(page, { onTop: true });
  await page.keyboard.press('Escape');
  await expect(viewer).toBeHidden();
  await expect(tile).toBeFocused();
});

test.describe('on a phone', () => {
  test.use({ ownBrowser: true, viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

  test('maintenance is logged with a photo, and looked at', DEEP, async ({ page, workspace }) => {
    const item = await workspace.addItem();
    const form = await LogForm.open(page, item);
    await form.choose(await aPicture(page, { name: 'phone.jpg' }));
    await expect(form.photo('phone.jpg')).toContainText('Stored');
    await expectAccessible(page, { onTop: true });
    await expectNoSidewaysScroll(page);
    await form.description.fill('Greased the bearings');
    await form.save.click();
    await expect(form.dialog).toBeHidden();
    await expectNoSidewaysScroll(page);
    await page.getByRole('list', { name: 'Photos of this entry' }).getByRole('button').first().click();
    const viewer = page.getByRole('dialog', { name: /^Photo/ });
    await expect(viewer.getByRole('img', { name: /^The photo/ })).toBeVisible();
    await expectNoSidewaysScroll(page);
    await viewer.getByRole('button', { name: 'Close' }).click();
    await expect(viewer).toBeHidden();
  });
});
