/** The stand-in's main process: what Electron's own does before and after the app's main module. */
import { readFileSync, statSync } from 'node:fs';
import inspector from 'node:inspector';
import { createRequire, registerHooks } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from '../electron/index.ts';

const ELECTRON = /^electron(?:\/(?:main|common))?$/;
const OWN = new URL('../electron/index.ts', import.meta.url).href;

interface Versions {
  readonly version: string;
}

/** `--inspect=0` and `--require` are Node's: Electron hands them on. */
interface Words {
  readonly inspect: string | undefined;
  readonly required: readonly string[];
  /** The app's folder or main file. */
  readonly start: string;
}

function read(words: readonly string[]): Words {
  const required: string[] = [];
  let start = '.';
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word === '-r' || word === '--require') {
      at += 1;
      required.push(words[at] ?? '');
    } else if (!word.startsWith('-')) {
      start = word;
      break;
    }
  }
  return { inspect: words.find((word) => word.startsWith('--inspect')), required, start };
}

/** The app's main file. */
function describeApp(start: string): string {
  const isFolder = statSync(start).isDirectory();
  const folder = resolve(isFolder ? start : dirname(start));
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<string, string>;
  const { name = 'Electron', productName = name, version = '0.0.0', main = 'index.js' } = manifest;
  app.describe({ folder, name: productName, version });
  return isFolder ? join(folder, main) : resolve(start);
}

const require = createRequire(import.meta.url);
registerHooks({
  resolve: (name, context, next) =>
    ELECTRON.test(name) ? { url: OWN, shortCircuit: true } : next(name, context),
});
const { version } = require('electron/package.json') as Versions;
Object.defineProperty(process.versions, 'electron', { value: version, enumerable: true });
Object.defineProperty(process, 'type', { value: 'browser' });
Object.defineProperty(process, 'resourcesPath', {
  value: process.env['ELECTRON_STAND_IN_RESOURCES'] ?? join(app.getPath('exe'), '..', 'resources'),
});

const words = process.argv.slice(2);
const { inspect, required, start } = read(words);
process.argv.splice(0, process.argv.length, app.getPath('exe'), ...words);
if (inspect !== undefined) inspector.open(Number(inspect.split('=')[1]?.split(':').at(-1) ?? 9229));
for (const path of required) require(resolve(path));

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());

// Electron too is ready only when the main module has run to its end: one that waits for it waits for ever.
await import(pathToFileURL(describeApp(start)).href);
await app.start();
