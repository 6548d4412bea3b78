/** A new version is downloaded beside the work, and installed when the program has ended and its data is closed. */
import { endpoints } from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { createWords } from '@wellpulse/words';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wrongForGloves } from '../../support/laptop/gloves.ts';
import { Laptop } from '../../support/laptop/laptop.ts';
import { Run, shownOf, type Task } from '../../support/laptop/week.ts';
import { DAY_2, DEEP, expect, test } from '../../support/test.ts';
import type { Workspace } from '../../support/workspace.ts';

const { daySheetTexts, deskWords, fieldLabel, fieldWords, formatDay } = createWords('en');

/** Most screens are so small, and the same one whose user has doubled the size of everything. */
const SIZES = [
  { width: 1280, height: 720 },
  { width: 640, height: 360 },
] as const;

/** The laptop's version is 0.1.0. */
const NEWER = '0.2.0';
/** Stands in the place of the program after it was installed. It says whether the data was closed when it came, and whether it goes on. */
const INSTALLED = `#!/bin/sh
[ -e "$DATA/client.db-wal" ] && echo 'data was open' > "$SAID" || echo 'data was closed' > "$SAID"
[ -n "$APPIMAGE_EXIT_AFTER_INSTALL" ] || echo 'started again' >> "$SAID"
`;

/** A feed as `publish` of electron-builder.yml makes one: files behind an address. */
async function aFeed(file: string, sha512: string) {
  const yml = [
    `version: ${NEWER}`,
    'files:',
    `  - url: WellPulse-${NEWER}.AppImage`,
    `    sha512: ${sha512}`,
    `    size: ${String(file.length)}`,
    `path: WellPulse-${NEWER}.AppImage`,
    `sha512: ${sha512}`,
    `releaseDate: '2026-11-30T00:00:00.000Z'`,
  ].join('\n');
  let downloads = 0;
  const server = createServer((request, response) => {
    const isFile = request.url?.includes('.AppImage') === true;
    if (isFile) downloads += 1;
    response.end(isFile ? file : yml);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The feed has no port');
  return {
    url: `http://127.0.0.1:${String(address.port)}`,
    downloads: () => downloads,
    close: () => server.close(),
  };
}

/** A laptop on which the program was installed, as an AppImage, and looks for new versions at a feed. */
async function anInstalledLaptop(workspace: Workspace, feedUrl: string) {
  const folder = await mkdtemp(join(tmpdir(), 'wellpulse-update-'));
  const program = join(folder, 'WellPulse.AppImage');
  const said = join(folder, 'said');
  const resources = join(folder, 'resources');
  await mkdir(resources);
  await writeFile(
    join(resources, 'app-update.yml'),
    `provider: generic\nurl: ${feedUrl}\nupdaterCacheDirName: wellpulse-updater\n`,
  );
  await writeFile(program, 'the version of today');
  const data = await mkdtemp(join(tmpdir(), 'wellpulse-laptop-'));
  const laptop = await Laptop.unpack(workspace.addresses.webUrl, {
    folder: data,
    env: {
      ELECTRON_STAND_IN_PACKAGED: '1',
      ELECTRON_STAND_IN_RESOURCES: resources,
      APPIMAGE: program,
      XDG_CACHE_HOME: join(folder, 'cache'),
      DATA: data,
      SAID: said,
    },
  });
  return { laptop, folder, program, said };
}

async function aRoute(workspace: Workspace) {
  const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
  return { user, well: await workspace.addWell({ operatorIds: [user.id] }), today: await workspace.today() };
}

const hashOf = (text: string): string => createHash('sha512').update(text).digest('base64');

for (const isTrue of [true, false]) {
  test(
    isTrue
      ? 'a new version is installed after the data is closed, and what was being saved is there'
      : 'a new version whose hash is not that of the feed is not installed',
    DEEP,
    async ({ workspace }) => {
      const feed = await aFeed(INSTALLED, hashOf(isTrue ? INSTALLED : 'something else'));
      const { user, well, today } = await aRoute(workspace);
      const { laptop, folder, program, said } = await anInstalledLaptop(workspace, feed.url);
      await laptop.signIn('operator');
      await expect.poll(feed.downloads, { timeout: 30_000 }).toBeGreaterThan(0);
      const ready = join(folder, 'cache', 'wellpulse-updater', 'pending', 'update-info.json');
      if (isTrue) await expect.poll(() => existsSync(ready), { timeout: 30_000 }).toBe(true);
      await expect(laptop.page.getByRole('link', { name: fieldWords.openWell(well.name) })).toBeVisible();
      laptop.setOffline(true);
      expect(await readFile(program, 'utf8')).toBe('the version of today');

      const tasks = Array.from({ length: 31 }, (_, back): Task => {
        return { kind: 'READING', wellId: well.id, day: addDays(today, -back), oil: 10 + back };
      });
      const offer = laptop.page.getByRole('region', { name: deskWords.update.ready(NEWER) });
      if (isTrue) await expect(offer).toBeVisible();
      else await expect(offer).toBeHidden();
      const run = new Run(laptop, tasks, user.id);
      await run.begun(5);
      await laptop.restart();
      expect(await readFile(program, 'utf8')).toBe(isTrue ? INSTALLED : 'the version of today');
      if (isTrue) expect((await readFile(said, 'utf8')).trim()).toBe('data was closed');
      await laptop.unlock('operator');
      for (const { task, id } of run.entered) expect(await shownOf(laptop, task)).toEqual([id]);
      expect(run.entered.length).toBeGreaterThan(0);
      feed.close();
      await laptop.throwAway();
      await rm(folder, { recursive: true, force: true });
    },
  );
}

test(
  'a version that is ready is offered beside the work, and restarting loses nothing that was typed',
  DAY_2,
  async ({ workspace }) => {
    const feed = await aFeed(INSTALLED, hashOf(INSTALLED));
    const { well, today } = await aRoute(workspace);
    const { laptop, folder, program, said } = await anInstalledLaptop(workspace, feed.url);
    const offer = () => laptop.page.getByRole('region', { name: deskWords.update.ready(NEWER) });
    const restart = () => offer().getByRole('button', { name: deskWords.update.restart });
    const fits = async (screen: string): Promise<void> => {
      for (const size of SIZES) {
        await laptop.page.setViewportSize(size);
        expect(await wrongForGloves(laptop.page), `${screen}, ${String(size.width)} wide`).toEqual([]);
      }
      await laptop.page.setViewportSize(SIZES[0]);
    };
    await laptop.signIn('operator');
    await expect(offer()).toContainText(deskWords.update.about);
    await expect(
      laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }),
    ).toBeVisible();
    await fits('route');
    await laptop.lock();
    await expect(restart()).toBeVisible();
    await fits('lock screen');
    await laptop.unlock('operator');

    // Not where people type. What was typed is asked about, and is there afterwards.
    await laptop.page.getByRole('link', { name: fieldWords.openWell(well.name), exact: true }).click();
    const oil = () => laptop.page.getByLabel(fieldLabel('production', 'oilVolume'));
    await expect(oil()).toBeVisible();
    await expect(offer()).toBeHidden();
    await oil().pressSequentially('41.5');
    await laptop.page.getByRole('navigation').getByRole('link', { name: fieldWords.route }).click();
    await restart().click();
    const dialog = laptop.page.getByRole('alertdialog');
    await expect(dialog).toContainText(deskWords.update.restartHint);
    await fits('the question');
    await laptop.page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(await readFile(program, 'utf8')).toBe('the version of today');
    await restart().click();
    await laptop.restart(() => dialog.getByRole('button', { name: deskWords.update.restart }).click());

    expect(await readFile(program, 'utf8')).toBe(INSTALLED);
    await expect.poll(() => readFile(said, 'utf8').catch(() => '')).toBe('data was closed\nstarted again\n');
    await laptop.unlock('operator');
    const typed = daySheetTexts.typedOf(well.name, formatDay(today));
    await laptop.page.getByRole('link', { name: typed }).click();
    await expect(oil()).toHaveValue('41.5');
    feed.close();
    await laptop.throwAway();
    await rm(folder, { recursive: true, force: true });
  },
);
