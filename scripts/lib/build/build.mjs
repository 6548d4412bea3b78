/**
 * Each output holds a fingerprint of the sources that it was built from. It is removed before a build and written after it,
 * so a killed build is done again. Each target is built by one program at a time.
 */
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alone } from '../alone.mjs';
import { root } from '../paths.mjs';
import { buildDesktop } from './build-desktop.mjs';
import { buildMobile } from './build-mobile.mjs';
import { buildWeb } from './build-web.mjs';
import { bundle } from './bundle.mjs';
import { fingerprint } from './fingerprint.mjs';
import { packageFolders } from './package-folders.mjs';

/** @typedef {(line: string) => void} Say */

const SHARED_SOURCES = ['package-lock.json', 'tsconfig.base.json', 'scripts/lib/build/build.mjs'];

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
    // It takes as long as all others together: `npm start` is ready without it, and builds it after that.
    isAskedFor: true,
  },
];

/**
 * @param {typeof targets[number]} target
 * @param {Say} say
 */
async function ensureBuilt({ title, workspace, builder, output, build }, say) {
  const stamp = join(output, 'built-from');
  const wanted = await fingerprint([...(await packageFolders(workspace)), builder, ...SHARED_SOURCES]);
  if ((await readFile(stamp, 'utf8').catch(() => undefined)) === wanted) return;
  const start = performance.now();
  say(`Building ${title}`);
  await rm(stamp, { force: true });
  await build();
  await mkdir(output, { recursive: true });
  await writeFile(stamp, wanted, { flush: true });
  say(`Built ${title} in ${((performance.now() - start) / 1000).toFixed(1)} s`);
}

/**
 * Builds what is missing or older than its sources.
 *
 * @param {readonly string[]} names of targets; none means all but those that have to be asked for
 * @param {Say} [say] tells a person what is built
 */
export async function buildMissing(names, say = console.error) {
  for (const target of targets) {
    const isWanted = names.length === 0 ? target.isAskedFor !== true : names.includes(target.name);
    if (isWanted) await alone(`build of ${target.title}`, () => ensureBuilt(target, say));
  }
}
