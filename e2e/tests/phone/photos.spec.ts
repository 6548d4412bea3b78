/** Photos on the phone: taken without a network, kept over an app that dies, and at the office by the hash of their bytes. */
import type { Locator } from '@playwright/test';
import { endpoints } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import type { Phone } from '../../support/phone/phone.ts';
import { test } from '../../support/phone/phone-test.ts';
import { aPicture, expectDrawn } from '../../support/pictures.ts';
import { chromium } from '../../support/stack/chromium.ts';
import { DEEP, expect } from '../../support/test.ts';

const words = createWords('en');
const { equipmentTexts, fieldLabel, fieldWords, maintenanceTexts, phoneWords, photoTexts } = words;

// Without a window nobody can be asked: the camera is always allowed.
const MORE = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
test.use({ launchOptions: chromium({ more: MORE }) });

/** As if the person did not allow the camera, once. */
const refuseCamera = ({ page }: Phone): Promise<void> =>
  page.evaluate(() => {
    const { mediaDevices } = navigator;
    const value = () => {
      Reflect.deleteProperty(mediaDevices, 'getUserMedia');
      return Promise.reject(new DOMException('Permission denied', 'NotAllowedError'));
    };
    Object.defineProperty(mediaDevices, 'getUserMedia', { configurable: true, value });
  });

/** Takes a photo twice, and keeps the second one. */
async function takePhoto(phone: Phone): Promise<void> {
  const press = (name: string) => phone.page.getByRole('button', { name, exact: true }).click();
  await press(fieldWords.takeNow);
  await expectDrawn(phone.page.getByLabel(fieldWords.takenPicture).locator('img'));
  await press(fieldWords.takeAgain);
  await press(fieldWords.takeNow);
  await press(fieldWords.keepPhoto);
}

const chosen = (phone: Phone): Locator =>
  phone.page.getByRole('list', { name: photoTexts.chosenPhotos }).getByRole('listitem');

test(
  'photos of an item and of a reading outlive an app that dies, and reach the office whole',
  DEEP,
  async ({ phone, workspace }) => {
    const operator = await workspace.as('operator');
    const { user } = await operator.ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    const item = await workspace.addItem({}, well);
    const link = (name: string | RegExp) => phone.page.getByRole('link', { name }).first();
    const search = () => phone.page.getByLabel(words.controlTexts.search, { exact: true });
    const button = (name: string) => phone.page.getByRole('button', { name, exact: true });
    await phone.signIn('operator');
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    await phone.canStartOffline();
    await phone.context.setOffline(true);

    // Without leave to use the camera, a file takes its place.
    await refuseCamera(phone);
    await link(fieldWords.takePhoto).click();
    await phone.page.getByRole('radio', { name: phoneWords.photoOfItem }).click();
    await search().fill(item.serialNumber);
    await link(new RegExp(item.serialNumber)).click();
    await expect(phone.page.getByText(phoneWords.cameraRefusedInBrowser)).toBeVisible();
    const picking = phone.page.waitForEvent('filechooser');
    await button(phoneWords.choosePhoto).last().click();
    const picture = await aPicture(phone.page, {
      name: 'belt.jpg',
      side: 2200,
      noisy: true,
      onItsSide: true,
    });
    await (await picking).setFiles(picture);
    await expect(chosen(phone)).toHaveText([new RegExp(fieldWords.saved)]);

    await button(fieldWords.takePhoto).click();
    await takePhoto(phone);
    await expect(chosen(phone)).toHaveText([new RegExp(fieldWords.saved), new RegExp(fieldWords.saved)]);
    await phone.page.getByLabel(fieldLabel('maintenance', 'description'), { exact: true }).fill('New belt');
    // What is typed is on the disk a moment after the finger.
    await phone.page.waitForTimeout(500);

    await phone.reopen();
    await phone.unlock();
    await link(equipmentTexts.equipment).click();
    await search().fill(item.serialNumber);
    await link(new RegExp(item.serialNumber)).click();
    await button(maintenanceTexts.logMaintenance).click();
    await expect(chosen(phone)).toHaveCount(2);
    await expectDrawn(chosen(phone).first().locator('img'));
    await button(maintenanceTexts.saveLog).click();
    await expect(phone.page.getByText(maintenanceTexts.logged(words.equipmentName(item), 2))).toBeVisible();
    const shown = phone.page.getByRole('list', { name: maintenanceTexts.photosOfEntry });
    await shown.getByRole('button', { name: fieldWords.showPhoto(photoTexts.place(2, 2)) }).click();
    await expectDrawn(phone.page.getByLabel(photoTexts.photo, { exact: true }).locator('img'));

    await phone.reopen();
    await phone.unlock();
    await phone.openWell(well.name);
    await phone.box('OIL').fill('44.1');
    await button(fieldWords.takePhoto).click();
    await takePhoto(phone);
    await phone.saveReading(well.name);
    await phone.reopen();
    await phone.unlock();
    await expect(phone.banner()).toContainText(fieldWords.photosWaiting(3));

    await phone.context.setOffline(false);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    const { items } = await operator.ask(endpoints.photos.list, { params: { ownerId: item.id } });
    const [record] = await workspace.recordsOf(well);
    expect(items).toMatchObject([{ state: 'STORED' }, { state: 'STORED' }]);
    // That of the file stands upright: twice as high as wide.
    expect(items.map(({ width, height }) => Number(height) / Number(width))).toContain(2);
    expect(record?.photoHashes).toHaveLength(1);
    for (const { sha256, url } of items) {
      const bytes = await (await phone.page.request.get(url ?? '')).body();
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
    }
  },
);
