/** The bundles of the app for phones, as a release has them. */
import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { packageFile, root, stackEnvironment, stackNode } from '../../paths.mjs';
import { runAndCollect } from '../../run.mjs';

const PROGRAMS = /** @type {const} */ ({ linux: 'linux64-bin', darwin: 'osx-bin', win32: 'win64-bin' });

/**
 * Exports the app for both platforms into a folder. It is the JavaScript that a release compiles, before that is done: Expo gives its
 * compiler the same text. The answer has the file of each platform.
 *
 * @param {string} folder
 */
export async function exportForPhones(folder) {
  const args = [
    'export',
    '-p',
    'android',
    '-p',
    'ios',
    '--no-bytecode',
    '--no-minify',
    '--output-dir',
    folder,
  ];
  const env = { ...stackEnvironment(), NODE_ENV: 'production', CI: '1', EXPO_NO_TELEMETRY: '1' };
  const cwd = join(root, 'apps', 'mobile');
  const { code, output } = await runAndCollect(stackNode, [packageFile('expo', 'bin/cli'), ...args], {
    cwd,
    env,
  });
  if (code !== 0) throw new Error(`The app of the phone could not be exported:\n${output}`);
  return { android: await bundleIn(folder, 'android'), ios: await bundleIn(folder, 'ios') };
}

/** @param {string} folder @param {'android' | 'ios'} platform */
async function bundleIn(folder, platform) {
  const where = join(folder, '_expo', 'static', 'js', platform);
  const [file, ...more] = (await readdir(where)).filter((name) => name.endsWith('.js'));
  if (file === undefined || more.length > 0) throw new Error(`There is no one bundle for ${platform}`);
  return join(where, file);
}

/**
 * Compiles a bundle by the compiler that comes with React Native, as Expo calls it. The answer is the version of its bytecode.
 *
 * @param {string} bundle
 * @param {string} to
 */
export async function compileByHermes(bundle, to) {
  const platform = PROGRAMS[/** @type {keyof typeof PROGRAMS} */ (process.platform)];
  const compiler = packageFile('hermes-compiler', `hermesc/${platform}/hermesc`);
  // What it remarks on is more than a pipe holds.
  const options = { maxBuffer: 64 * 1024 * 1024 };
  await promisify(execFile)(compiler, ['-emit-binary', '-O', '-w', '-out', to, bundle], options);
  const { stdout } = await promisify(execFile)(compiler, ['--version']);
  return Number(/HBC bytecode version: (\d+)/.exec(stdout)?.[1]);
}
