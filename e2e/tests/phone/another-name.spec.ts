/** The app from another machine: by https and the shipped Caddy, under a name of its own. A browser gives position, files and workers to no less. */
import { FIELD_PATH, endpoints } from '@wellpulse/contracts';
import { createWords } from '@wellpulse/words';
import { aWell, signIn, TEST_PASSWORD } from '@wellpulse/testing';
import { buildPhone, Phone } from '../../support/phone/phone.ts';
import { RESOLVES_HERE, trustingSite } from '../../support/stack/caddy.ts';
import { chromium } from '../../support/stack/chromium.ts';
import { testWithOwnStack } from '../../support/stack/own-stack.ts';
import { DAY_3, expect } from '../../support/test.ts';

const { fieldWords, locationWords } = createWords('en');
const FOREMAN = { tenant: 'away', email: 'foreman@away.example', password: TEST_PASSWORD };
const AT_WELL = { latitude: 31.8457, longitude: -102.3676 };

const test = testWithOwnStack(FOREMAN, { forOthers: true });
test.use({ person: null });

test(
  'under another name, the app is installed, keeps a reading with its place, and sends it',
  DAY_3,
  async ({ stack, playwright }, testInfo) => {
    const { publicUrl } = stack;
    testInfo.skip(!publicUrl.startsWith('https:'), 'Caddy is not here: apt-get install caddy');
    await buildPhone();
    const foreman = await signIn(stack.apiUrl, FOREMAN);
    const well = await foreman.ask(endpoints.wells.create, { body: { ...aWell(), ...AT_WELL } });
    const browser = await playwright.chromium.launch(
      chromium({ more: [RESOLVES_HERE, await trustingSite(publicUrl)] }),
    );
    const context = await browser.newContext({ viewport: { width: 360, height: 740 }, hasTouch: true });
    await context.grantPermissions(['geolocation'], { origin: publicUrl });
    await context.setGeolocation({ ...AT_WELL, latitude: 31.846, accuracy: 5 });
    const phone = await Phone.unpack(context, publicUrl);
    expect(phone.page.url()).toContain(publicUrl + FIELD_PATH);
    // Whoever comes over plain http has none of them.
    expect(
      await phone.page.evaluate(() => [
        isSecureContext,
        'storage' in navigator,
        'mediaDevices' in navigator,
        'serviceWorker' in navigator,
      ]),
    ).toEqual([true, true, true, true]);
    await phone.signIn(FOREMAN);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    await phone.turnLocationOn();
    await expect(phone.page.getByText(locationWords.within('16 ft'))).toBeVisible();
    await phone.canStartOffline();

    await context.setOffline(true);
    await phone.reopen();
    await phone.unlock();
    await phone.openWell(well.name);
    await phone.box('OIL').fill('42.5');
    await expect(phone.place()).toContainText('109 ft from the well');
    await phone.saveReading(well.name);

    await context.setOffline(false);
    // The banner hears of a save a moment after its tick.
    const saved = async () =>
      (await foreman.ask(endpoints.production.list, { params: { wellId: well.id }, query: {} })).items;
    await expect
      .poll(saved)
      .toMatchObject([{ oilVolume: 42.5, entryMethod: 'MOBILE', location: { distanceFeet: 109 } }]);
    await browser.close();
  },
);
