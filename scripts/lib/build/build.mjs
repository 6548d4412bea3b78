/**
 * Each output holds a fingerprint of the sources that it was built from. It is removed before a build and written after it,
 * so a killed build is done again. One build at a time runs in a checkout.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isLock, takeLock } from '../../../apps/launcher/src/data-folder/lock.ts';
import { root } from '../paths.mjs';
import { buildDesktop } from './build-desktop.mjs';
import { buildMobile } from './build-mobile.mjs';
import { buildWeb } from './build-web.mjs';
import { bundle } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';
import { packageFolders } from './package-folders.mjs';

const SHARED_SOURCES = ['package-lock.json', 'tsconfig.base.json', 'scripts/lib/build/build.mjs'];
const POLL_MS = 200;

const targets = [
  {
    name: 'api',
    title: 'the API',
    workspace: 'apps/api',
    builder: 'scripts/lib/build/bundle.mjs',
    output: join(root, 'apps', 'api', 'dist'),
    build: () => bundle('apps/api', ['src/main.ts', 'src/cli.ts']),
  },
  {
    name: 'web',
    title: 'the dashboard',
    workspace: 'apps/web',
    builder: 'scripts/lib/build/build-web.mjs',
    output: join(root, 'apps', 'web', '.next'),
    build: buildWeb,
  },
  {
    name: 'device',
    title: 'the device at the command line',
    workspace: 'apps/device',
    builder: 'scripts/lib/build/bundle.mjs',
    output: join(root, 'apps', 'device', 'dist'),
    build: () => bundle('apps/device', ['src/main.ts']),
  },
  {
    name: 'desktop',
    title: 'the app of the laptop',
    workspace: 'apps/desktop',
    builder: 'scripts/lib/build/build-desktop.mjs',
    output: join(root, 'apps', 'desktop', 'out'),
    build: buildDesktop,
  },
  {
    name: 'mobile',
    title: 'the app of the phone for browsers',
    workspace: 'apps/mobile',
    builder: 'scripts/lib/build/build-mobile.mjs',
    output: join(root, 'apps', 'mobile', 'dist'),
    build: buildMobile,
    // It takes as long as all others together, and `npm start` is ready without it.
    isAskedFor: true,
  },
];

/** @param {typeof targets[number]} target */
async function ensureBuilt({ title, workspace, builder, output, build }) {
  const stamp = join(output, 'built-from');
  const wanted = await fingerprint([...(await packageFolders(workspace)), builder, ...SHARED_SOURCES]);
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === wanted) return;
  const start = performance.now();
  console.error(`Building ${title}`);
  await rm(stamp, { force: true });
  await build();
  await mkdir(output, { recursive: true });
  await writeFile(stamp, wanted, { flush: true });
  console.error(`Built ${title} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/** @returns {Promise<import('../../../apps/launcher/src/data-folder/lock.ts').Lock>} */
async function takeBuildLock() {
  for (let told = false; ; told = true) {
    const result = await takeLock(`build ${root}`);
    if (isLock(result)) return result;
    if (!told) console.error(`Waiting for another build (process ${String(result.pid)})`);
    await delay(POLL_MS);
  }
}

/**
 * Builds what is missing or older than its sources.
 *
 * @param {readonly string[]} names of targets; none means all but those that have to be asked for
 */
export async function buildMissing(names) {
  const lock = await takeBuildLock();
  try {
    for (const target of targets) {
      const isWanted = names.length === 0 ? target.isAskedFor !== true : names.includes(target.name);
      if (isWanted) await ensureBuilt(target);
    }
  } finally {
    await lock.release();
  }
}
