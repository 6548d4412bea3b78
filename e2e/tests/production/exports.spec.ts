/** Every table's way into a spreadsheet, where no other test takes it. */
import { readFile } from 'node:fs/promises';
import { addDevice } from '../../support/devices.ts';
import { DAY_2, DEEP, expect, test } from '../../support/test.ts';

test.use({ person: 'admin' });

/** What the first row of each names, which the page shows as well. */
const TABLES: { path: string; file: string; heading: string; depth?: typeof DAY_2 }[] = [
  { path: '/enter?route=North+route', file: 'day-sheet-', heading: 'wellName' },
  { path: '/alerts?status=ALL', file: 'alerts', heading: 'wellName', depth: DAY_2 },
  { path: '/maintenance', file: 'maintenance-due', heading: 'wellName' },
  { path: '/audit', file: 'audit', heading: 'userName' },
  { path: '/users', file: 'users', heading: 'name' },
  { path: '/sync', file: 'devices', heading: 'name' },
];

for (const { path, file, heading, depth = DEEP } of TABLES) {
  test(
    `the table of ${path} goes into a file, named and with a heading`,
    depth,
    async ({ page, workspace }) => {
      await addDevice(workspace, 'operator');
      await page.goto(path);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Export CSV' }).first().click();
      const saved = await download;
      expect(saved.suggestedFilename()).toMatch(new RegExp(`^acme-${file}.*\\.csv$`));
      const [header = '', first = ''] = (await readFile(await saved.path(), 'utf8'))
        .replace('\ufeff', '')
        .split('\r\n');
      const headings = header.split(',');
      expect(headings).toContain(heading);
      const value = first.split(',')[headings.indexOf(heading)] ?? '';
      expect(value).not.toBe('');
      await expect(page.getByText(value).first()).toBeVisible();
    },
  );
}
