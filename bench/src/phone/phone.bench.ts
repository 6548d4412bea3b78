/** The phone's app: what is downloaded, and the app itself in Chromium. It builds what it needs. */
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { printFigures } from '../report.ts';
import { benchPhoneApp } from './app.bench.ts';
import { benchBundles } from './bundles.bench.ts';

const ROOT = path.join(import.meta.dirname, '../../..');

export async function benchPhone(): Promise<void> {
  await promisify(execFile)(process.execPath, ['scripts/build.mjs', 'mobile'], { cwd: ROOT });
  printFigures('The phone’s programs', await benchBundles());
  printFigures('The phone’s app, in Chromium', await benchPhoneApp());
}
