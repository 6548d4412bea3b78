/** The escape hatch: what a device could not send comes in as a file. */
import { endpoints } from '@wellpulse/contracts';
import type { Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { daysBefore, inFullWords } from '../../support/days.ts';
import { addDevice, reading } from '../../support/devices.ts';
import { anExport, PASSPHRASE, sha256Of } from '../../support/export-files.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../../support/pages/page-checks.ts';
import { aPicture, type ChosenFile } from '../../support/pictures.ts';
import { DAY_4, DEEP, expect, test } from '../../support/test.ts';

async function open(page: Page, file: ChosenFile, passphrase = PASSPHRASE) {
  const drawer = page.getByRole('dialog', { name: 'Import a .wellpulse file' });
  await drawer.getByLabel('.wellpulse file').setInputFiles(file);
  await drawer.getByLabel('Passphrase').fill(passphrase);
  await drawer.getByRole('button', { name: 'Open' }).click();
  return drawer;
}

test(
  'entries and photos of a device that has no network are taken once, and each says what became of it',
  DAY_4,
  async ({ page, workspace }) => {
    const today = await workspace.today();
    const yesterday = daysBefore(today, 1);
    const well = await workspace.addWell();
    const item = await workspace.addItem({}, well);
    const phone = await addDevice(workspace, 'operator');
    await page.goto('/sync');
    const { buffer } = await aPicture(page, { name: 'belt.jpg' });
    const photo = {
      photoId: randomUUID(),
      sha256: sha256Of(buffer),
      sizeBytes: buffer.length,
      contentType: 'image/jpeg' as const,
    };
    const log = phone.device.event({
      eventType: 'EQUIPMENT_MAINTENANCE_LOGGED',
      aggregateId: item.id,
      payload: {
        maintenanceId: randomUUID(),
        maintenanceDate: yesterday,
        maintenanceType: 'REPAIR',
        description: 'Replaced the belt',
        photos: [{ ...photo, takenAt: null, location: null }],
      },
    });
    const events = [
      phone.device.event(reading(well, yesterday, { oilVolume: 41 })),
      phone.device.event(reading(well, daysBefore(today, -5), { oilVolume: 42 })),
      log,
    ];
    const facts = { ...photo, eventId: log.id, equipmentId: item.id, wellId: null };
    const file = await anExport(phone, { events, photos: [{ facts, bytes: buffer }] });

    await page.getByRole('button', { name: 'Import a .wellpulse file' }).click();
    let drawer = await open(page, file, 'not-the-passphrase');
    await expect(drawer.getByRole('alert')).toHaveText('The passphrase is wrong.');
    drawer = await open(page, file);
    await expect(drawer).toContainText(`From ${phone.name}, saved just now`);
    await expect(drawer).toContainText('3 entries and 1 photo');
    await expect(drawer.getByRole('listitem').filter({ hasText: inFullWords(yesterday) })).toContainText(
      `${well.name} · ${inFullWords(yesterday)}oil 41.0 bbl`,
    );
    await drawer.getByRole('button', { name: 'Send' }).click();
    const said = '2 entries taken, 1 entry refused, 1 photo stored';
    await expect(drawer.getByRole('status')).toHaveText(said);
    await expect(drawer.getByRole('listitem').first()).toContainText('Refused');
    await expectAccessible(page, { onTop: true });
    await page.setViewportSize({ width: 360, height: 740 });
    await expectNoSidewaysScroll(page);
    await drawer.getByRole('button', { name: 'Done' }).click();

    const [record, ...others] = await workspace.recordsOf(well);
    expect(others).toEqual([]);
    expect(record).toMatchObject({ productionDate: yesterday, oilVolume: 41, version: 1 });
    const operator = await workspace.as('operator');
    const photos = await operator.ask(endpoints.photos.list, { params: { ownerId: item.id } });
    expect(photos.items).toMatchObject([{ sha256: photo.sha256, state: 'STORED' }]);

    await test.step('the same file again changes nothing', async () => {
      await page.getByRole('button', { name: 'Import a .wellpulse file' }).click();
      drawer = await open(page, file);
      await drawer.getByRole('button', { name: 'Send' }).click();
      await expect(drawer.getByRole('status')).toHaveText(said);
      expect(await workspace.recordsOf(well)).toHaveLength(1);
    });
  },
);

test(
  'a file that is cut off, of another company, or none at all is refused in words',
  DEEP,
  async ({ page, workspace }) => {
    const phone = await addDevice(workspace, 'operator');
    const whole = await anExport(phone, { events: [] });
    const foreign = await anExport(phone, { events: [], tenantId: randomUUID() });
    await page.goto('/sync');
    await page.getByRole('button', { name: 'Import a .wellpulse file' }).click();
    for (const [buffer, words] of [
      [
        whole.buffer.subarray(0, -10),
        'This file is cut off or damaged. Copy it again from the device that made it.',
      ],
      [Buffer.from('well,date,oil'), 'This is not a file that a WellPulse device exported.'],
      [foreign.buffer, 'This file belongs to another company. Nothing was imported.'],
    ] as const) {
      const drawer = await open(page, { ...whole, buffer });
      await expect(drawer.getByRole('alert')).toHaveText(words);
    }
  },
);
