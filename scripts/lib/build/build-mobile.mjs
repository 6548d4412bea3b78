import { createHash } from 'node:crypto';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Failure } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

const mobile = join(root, 'apps', 'mobile');
/** Where a build lies until it is whole. */
const FRESH = join('.expo', 'fresh');
/** Pictures are packed already. */
const PACKED = new Set(['.css', '.html', '.js', '.json', '.svg', '.ttf', '.wasm', '.webmanifest']);
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };

/** Builds the phone's app for browsers, and packs it for the way there. A build that is served goes on being so until this one is whole. */
export async function buildMobile() {
  const fresh = join(mobile, FRESH);
  await rm(fresh, { recursive: true, force: true });
  const { code, output } = await runAndCollect(
    stackNode,
    [packageFile('expo', 'bin/cli'), 'export', '-p', 'web', '--output-dir', FRESH],
    { cwd: mobile, env: { ...stackEnvironment(), NODE_ENV: 'production', CI: '1', EXPO_NO_TELEMETRY: '1' } },
  );
  // An export that somebody ends says that all went well, and has left the program out.
  const isWhole = code === 0 && (await filesOf(fresh)).some((path) => /^_expo\/.*\.js$/.test(path));
  if (!isWhole) throw new Failure(`The app of the phone could not be built:\n${output}`);
  await writeServiceWorker(fresh);
  for (const path of await filesOf(fresh)) if (PACKED.has(extname(path))) await pack(join(fresh, path));
  const dist = join(mobile, 'dist');
  await rm(dist, { recursive: true, force: true });
  await rename(fresh, dist);
}

/** @param {string} folder @returns {Promise<string[]>} relative paths with slashes, in order */
async function filesOf(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/**
 * The service worker with the names of all files, and a name for this build.
 *
 * @param {string} dist
 */
async function writeServiceWorker(dist) {
  const paths = (await filesOf(dist)).filter((path) => path !== 'metadata.json');
  const hash = createHash('sha256');
  for (const path of paths) hash.update(path).update(await readFile(join(dist, path)));
  const files = paths.map((path) => `'/field/${encodeURI(path)}'`);
  const template = await readFile(join(mobile, 'web', 'service-worker.js'), 'utf8');
  const worker = template
    .replace('%BUILD%', hash.digest('hex').slice(0, 16))
    .replace("'%FILES%'", () => files.join(', '));
  await writeFile(join(dist, 'service-worker.js'), worker);
}

/** @param {string} path */
async function pack(path) {
  const content = await readFile(path);
  await writeFile(`${path}.br`, await promisify(brotliCompress)(content, BROTLI));
  await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
}
