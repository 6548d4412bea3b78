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
import { Laptop } from '../../support/laptop/laptop.ts';
import { Run, shownOf, type Task } from '../../support/laptop/week.ts';
import { DEEP, expect, test } from '../../support/test.ts';

const { fieldWords } = createWords('en');

/** The laptop's version is 0.1.0. */
const NEWER = '0.2.0';
/** Stands in the place of the program after it was installed. It says whether the data was closed when it came. */
const INSTALLED = `#!/bin/sh
[ -e "$DATA/client.db-wal" ] && echo 'data was open' > "$SAID" || echo 'data was closed' > "$SAID"
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

const hashOf = (text: string): string => createHash('sha512').update(text).digest('base64');

for (const isTrue of [true, false]) {
  test(
    isTrue
      ? 'a new version is installed after the data is closed, and what was being saved is there'
      : 'a new version whose hash is not that of the feed is not installed',
    DEEP,
    async ({ workspace }) => {
      const folder = await mkdtemp(join(tmpdir(), 'wellpulse-update-'));
      const program = join(folder, 'WellPulse.AppImage');
      const said = join(folder, 'said');
      const resources = join(folder, 'resources');
      const feed = await aFeed(INSTALLED, hashOf(isTrue ? INSTALLED : 'something else'));
      await mkdir(resources);
      await writeFile(
        join(resources, 'app-update.yml'),
        `provider: generic\nurl: ${feed.url}\nupdaterCacheDirName: wellpulse-updater\n`,
      );
      await writeFile(program, 'the version of today');
      const { user } = await (await workspace.as('operator')).ask(endpoints.auth.me, {});
      const well = await workspace.addWell({ operatorIds: [user.id] });
      const today = await workspace.today();
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
