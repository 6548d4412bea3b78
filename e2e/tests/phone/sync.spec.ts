/** What a phone does about what did not go smoothly: a conflict, a refused reading, and entries that travel as a file. */
import { endpoints, type Well } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { PASSPHRASE, type Phone } from '../../support/phone/phone.ts';
import { test } from '../../support/phone/phone-test.ts';
import { DEEP, expect } from '../../support/test.ts';

const words = createWords('en');
const { conflictTexts, deskWords, fieldWords, phoneWords, productionTexts, productNames } = words;

/** A phone knows the office's time by half of what an answer took to come. */
const CLEARLY_LATER_MS = 5000;

const press = (phone: Phone, name: string) => phone.page.getByRole('button', { name, exact: true }).click();
const follow = (phone: Phone, name: string | RegExp) => phone.page.getByRole('link', { name }).click();
const online = async (phone: Phone) => {
  await phone.context.setOffline(false);
  await expect(phone.banner()).toContainText(fieldWords.online);
};

/** From the route to the screen of a well, by the boxes of its day. */
async function openWellScreen(phone: Phone, { name }: Pick<Well, 'name'>): Promise<void> {
  await phone.reopen();
  await phone.unlock();
  await phone.openWell(name);
  await follow(phone, phoneWords.moreOfWell);
  await expect(phone.page.getByRole('heading', { name: phoneWords.days })).toBeVisible();
}

test(
  'a conflict is undone, a refused reading entered again, seven days typed in a row, and a reading taken back',
  DEEP,
  async ({ unpack, workspace }) => {
    test.setTimeout(300_000);
    const today = await workspace.today();
    const [yesterday, before] = [addDays(today, -1), addDays(today, -2)];
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const mine = { operatorIds: [user.id] };
    const met = await workspace.addWell(mine);
    const refused = await workspace.addWell(mine);
    const phone = await unpack();
    await phone.signIn('operator');
    await phone.openWell(met.name);
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await expect(phone.banner()).toContainText(fieldWords.offline);

    // Both enter the same day. The phone did not hold what the office had.
    await phone.enterOil(met.name, '45');
    // The office enters last, also by a clock that a slow link has set right.
    await phone.page.waitForTimeout(CLEARLY_LATER_MS);
    await workspace.enter(met, { productionDate: today, oilVolume: 40 });

    // The well is plugged at the office before the day that the phone enters.
    await phone.reopen();
    await phone.unlock();
    await phone.openWell(refused.name);
    await phone.enterOil(refused.name, '31');
    const manager = await workspace.as('manager');
    const change = async (values: { status?: 'PLUGGED'; pluggedOn: string }) => {
      const { version } = await manager.ask(endpoints.wells.get, { params: { wellId: refused.id } });
      await manager.ask(endpoints.wells.update, {
        params: { wellId: refused.id },
        body: { ...values, version },
      });
    };
    await change({ status: 'PLUGGED', pluggedOn: before });

    await online(phone);
    await expect(phone.banner()).toContainText(fieldWords.needPerson(1));
    await phone.reopen();
    await phone.unlock();
    await follow(phone, phoneWords.syncTab);
    const line = `Production entry for ${refused.name} (${words.formatDayShort(today)})`;
    await expect(phone.page.getByText(line)).toBeVisible();

    // A mistake of the office: the well was plugged today.
    await change({ pluggedOn: today });
    const pulled = phone.page.waitForResponse(/\/sync\/changes/);
    await press(phone, fieldWords.syncNow);
    await pulled;
    await expect(phone.page.getByRole('button', { name: fieldWords.syncNow })).toBeEnabled();
    await press(phone, `${deskWords.enterAgain}: ${line}`);
    await expect(phone.box('OIL')).toHaveValue('31');
    await phone.box('OIL').fill('32');
    await phone.save();
    await expect(phone.page.getByText(deskWords.sentAgain)).toBeVisible();
    // The banner hears of a save a moment after its tick.
    await expect
      .poll(() => workspace.recordsOf(refused))
      .toMatchObject([{ oilVolume: 32, createdBy: user.id }]);

    await follow(phone, new RegExp(`^${deskWords.conflicts}`));
    const card = phone.page.getByRole('article', { name: new RegExp(met.name) });
    await expect(card.getByText('45.00 bbl', { exact: true })).toBeVisible();
    await expect(card.getByText('40.00 bbl', { exact: true })).toBeVisible();
    await expect(card.getByText(conflictTexts.contested)).toBeVisible();
    await card.getByRole('button', { name: /^Undo/ }).click();
    await press(phone, conflictTexts.undo);
    await expect.poll(() => workspace.recordsOf(met)).toMatchObject([{ oilVolume: 45 }]);

    // Enter leads from box to box and from day to day; what is entered already is left out.
    await openWellScreen(phone, met);
    await follow(phone, productionTexts.sevenDays);
    const boxOf = (product: 'OIL' | 'GAS' | 'WATER', day: string) =>
      phone.page.getByLabel(`${productNames[product]}, ${words.formatDayRelative(day, today)}`);
    await boxOf('OIL', before).fill('44');
    await boxOf('OIL', before).press('Enter');
    await expect(boxOf('GAS', before)).toBeFocused();
    await boxOf('WATER', before).fill('12');
    await boxOf('WATER', before).press('Enter');
    await expect(boxOf('OIL', yesterday)).toBeFocused();
    await boxOf('OIL', yesterday).fill('44.5');
    await boxOf('WATER', yesterday).press('Enter');
    await expect(phone.page.getByText(productionTexts.daysSaved(met.name, 2))).toBeVisible();

    // A reading is taken back, and the person thinks better of it.
    await follow(phone, fieldWords.readReading(words.formatDay(yesterday)));
    await press(phone, fieldWords.takeBack);
    await phone.page.getByRole('dialog').getByRole('button', { name: fieldWords.takeBack }).click();
    await press(phone, phoneWords.bringBack);
    await expect(phone.box('OIL')).toHaveValue('44.5');
    await expect
      .poll(() => workspace.recordsOf(met))
      .toMatchObject([
        { productionDate: today, oilVolume: 45 },
        { productionDate: yesterday, oilVolume: 44.5 },
        { productionDate: before, oilVolume: 44, waterVolume: 12 },
      ]);
  },
);

test(
  'what waits on one phone reaches the office by another one, under its author',
  DEEP,
  async ({ unpack, workspace }) => {
    test.setTimeout(300_000);
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    const phone = await unpack();
    await phone.signIn('operator');
    await phone.openWell(well.name);
    await phone.canStartOffline();
    await phone.context.setOffline(true);
    await phone.enterOil(well.name, '42.5');
    await phone.reopen();
    await phone.unlock();
    await follow(phone, phoneWords.syncTab);
    await follow(phone, deskWords.handover);
    await phone.page.getByLabel(deskWords.filePassphrase, { exact: true }).fill(PASSPHRASE);
    await phone.page.getByLabel(deskWords.filePassphraseAgain, { exact: true }).fill(PASSPHRASE);
    const downloading = phone.page.waitForEvent('download');
    await press(phone, deskWords.saveFile);
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('phone-7.wellpulse');
    await expect(phone.page.getByText(deskWords.fileWritten(deskWords.content(1, 0)))).toBeVisible();
    const file = await download.path();

    const other = await unpack();
    await other.signIn('manager');
    await follow(other, phoneWords.syncTab);
    await follow(other, deskWords.handover);
    const choosing = other.page.waitForEvent('filechooser');
    await press(other, phoneWords.chooseFile);
    await (await choosing).setFiles(file);
    await other.page.getByLabel(deskWords.chosenPassphrase, { exact: true }).fill(PASSPHRASE);
    await press(other, deskWords.readFile);
    await expect(
      other.page.getByText(deskWords.fileRead('Phone 7', deskWords.content(1, 0), 0)),
    ).toBeVisible();
    await expect
      .poll(() => workspace.recordsOf(well))
      .toMatchObject([{ oilVolume: 42.5, createdBy: user.id }]);

    // The first phone finds a network too: nothing comes twice.
    await online(phone);
    await expect(phone.banner()).toContainText(fieldWords.allSent);
    expect(await workspace.recordsOf(well)).toHaveLength(1);
    await phone.page.goBack();
    await follow(phone, new RegExp(`^${deskWords.activity}`));
    await expect(phone.page.getByText(deskWords.entryStatusNames.SYNCED, { exact: true })).toBeVisible();
    const exported = phone.page.waitForEvent('download');
    await press(phone, deskWords.exportCsv);
    expect((await exported).suggestedFilename()).toMatch(/^activity-.*\.csv$/);
  },
);

test(
  'a conflict on saving comes into view, wherever the page is scrolled to',
  DEEP,
  async ({ phone, workspace }) => {
    const today = await workspace.today();
    const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
    const well = await workspace.addWell({ operatorIds: [user.id] });
    await phone.signIn('operator');
    await phone.openWell(well.name);
    await phone.box('OIL').fill('45');
    await workspace.enter(well, { productionDate: today, oilVolume: 40 });
    const { page } = phone;
    const save = page.getByRole('button', { name: productionTexts.saveChange, exact: true });
    await expect(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
      await expect(save).toBeVisible({ timeout: 2000 });
    }).toPass({ timeout: 90_000 });
    await page.setViewportSize({ width: 360, height: 440 });
    await page.getByRole('link', { name: phoneWords.moreOfWell }).scrollIntoViewIfNeeded();
    await save.click();
    const note = page.getByRole('alert').filter({ hasText: productionTexts.you });
    await expect(note.getByText(well.name)).toBeInViewport({ ratio: 1 });
    await page.getByRole('button', { name: productionTexts.saveMine, exact: true }).click();
    await expect
      .poll(() => workspace.recordsOf(well))
      .toContainEqual(expect.objectContaining({ productionDate: today, oilVolume: 45 }));
  },
);
