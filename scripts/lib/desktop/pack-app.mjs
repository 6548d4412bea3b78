/**
 * Packs the built app as its installers do, up to the folder that they wrap: `app.asar`, what stands beside it, and the fuses. Where no
 * Electron was downloaded, a file with Electron's fuse wire takes the place of the program (ADR 114).
 */
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { extractFile, listPackage } from '@electron/asar';
import { mkdir, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { findElectron } from '../../../packages/electron-stand-in/src/playwright/launch-app.ts';
import { Failure } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

const APP = join(root, 'apps', 'desktop');
/** Where Electron's program says what it may do: this text, a version, a length, and a sign for each fuse. */
const WIRE = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
/** As Electron 45 ships. */
const FUSES_AS_SHIPPED = '101111101';

/**
 * @typedef {object} Packed
 * @property {string} resources the folder of `app.asar`
 * @property {number} asarBytes
 * @property {number} unpackedBytes what can't be read from inside of an archive
 * @property {number} programBytes the whole program, Electron with it
 * @property {string[]} files paths inside of `app.asar`
 * @property {string[]} native paths of what is loaded as native code
 * @property {Record<string, boolean>} fuses by name
 * @property {boolean} isElectron whether the program is Electron's own
 */

/**
 * @param {string} folder for what is made; it must be empty
 * @returns {Promise<Packed>}
 */
export async function packApp(folder) {
  const electron = findElectron();
  const dist = electron === null ? await aDist(join(folder, 'electron')) : dirname(electron);
  const output = join(folder, 'release');
  const { code, output: said } = await runAndCollect(
    stackNode,
    [
      packageFile('electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--x64',
      `-c.electronDist=${dist}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: APP, env: { ...stackEnvironment(), ELECTRON_BUILDER_OFFLINE: 'true' } },
  );
  if (code !== 0) throw new Failure(`The app was not packed:\n${said}`);
  const program = join(output, 'linux-unpacked');
  const resources = join(program, 'resources');
  const asar = join(resources, 'app.asar');
  const unpacked = await filesBelow(`${asar}.unpacked`);
  return {
    resources,
    asarBytes: (await stat(asar)).size,
    unpackedBytes: sizeOf(unpacked),
    programBytes: sizeOf(await filesBelow(program)),
    files: listPackage(asar, { isPack: false }),
    native: unpacked.map(({ path }) => path).filter((path) => path.endsWith('.node')),
    fuses: await fusesOf(join(program, 'wellpulse')),
    isElectron: electron !== null,
  };
}

/**
 * A file of the packed app, as text.
 *
 * @param {Packed} packed
 * @param {string} path
 */
export const packedText = ({ resources }, path) =>
  extractFile(join(resources, 'app.asar'), path).toString('utf8');

/** @param {string} folder */
async function aDist(folder) {
  await mkdir(join(folder, 'locales'), { recursive: true });
  await mkdir(join(folder, 'resources'));
  const wire = Buffer.concat([
    Buffer.from(WIRE),
    Buffer.from([1, FUSES_AS_SHIPPED.length]),
    Buffer.from(FUSES_AS_SHIPPED),
  ]);
  const program = Buffer.concat([Buffer.from('\x7fELF'), Buffer.alloc(100), wire, Buffer.alloc(100)]);
  await writeFile(join(folder, 'electron'), program, { mode: 0o755 });
  for (const name of ['version', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak']) {
    await writeFile(join(folder, name), '');
  }
  return folder;
}

/** @param {string} program */
async function fusesOf(program) {
  const wire = await getCurrentFuseWire(program);
  /** @type {Record<string, boolean>} */
  const fuses = {};
  for (const [name, index] of Object.entries(FuseV1Options)) {
    if (typeof index === 'number')
      fuses[name] = wire[/** @type {FuseV1Options} */ (index)] === FuseState.ENABLE;
  }
  return fuses;
}

/** @param {readonly { readonly size: number }[]} files */
const sizeOf = (files) => files.reduce((sum, { size }) => sum + size, 0);

/** @param {string} folder */
async function filesBelow(folder) {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(
    names
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        return { path: path.slice(folder.length + 1), size: (await stat(path)).size };
      }),
  );
}
