import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ElectronApplication, Page } from 'playwright-core';

/** How an app under test is started. */
export interface LaunchOptions {
  /** The app's folder, or its main file. */
  readonly app: string;
  /** Where the app keeps its data: a folder of the test's own. */
  readonly userData: string;
  /** Further words of the command line, such as `--lang=es-MX`. */
  readonly args?: readonly string[];
  /** What the app's environment has beside that of the test. */
  readonly env?: Readonly<Record<string, string>>;
}

/** An app that runs, and its first window with what it loaded. */
export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** What it runs on: the same test may have proved less than on the real binary. */
  readonly runsOn: 'Electron' | 'stand-in';
}

/** The folder with the stand-in's program `electron`, as `ELECTRON_OVERRIDE_DIST_PATH` wants it. */
export const STAND_IN_FOLDER = join(import.meta.dirname, '..', '..', 'bin');

/** @returns path of the real binary, null where npm could not download it */
export function findElectron(): string | null {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const binary = join(folder, 'dist', readFileSync(pathFile, 'utf8'));
  return existsSync(binary) ? binary : null;
}

let hasSaid = false;

/**
 * Starts an app by Playwright, on the real Electron where it is installed and on the stand-in elsewhere. Says once which it is.
 *
 * @throws Error of Playwright with what the app printed, if the app ends or opens no window
 * @example
 * const { app, page } = await launchStandIn({ app: 'apps/desktop', userData: folder });
 * await page.getByRole('button', { name: 'Unlock' }).click();
 * await app.close();
 */
export async function launchStandIn(options: LaunchOptions): Promise<LaunchedApp> {
  const { app: start, userData, args = [], env = {} } = options;
  const runsOn = findElectron() === null ? 'stand-in' : 'Electron';
  // Playwright asks the package `electron` where the program is, which asks this setting.
  if (runsOn === 'stand-in') process.env['ELECTRON_OVERRIDE_DIST_PATH'] = STAND_IN_FOLDER;
  else delete process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!hasSaid)
    process.stdout.write(
      `The app runs on ${runsOn === 'Electron' ? 'Electron' : 'the Electron stand-in'}.\n`,
    );
  hasSaid = true;
  const { _electron } = await import('playwright-core');
  const app = await _electron.launch({
    args: [start, `--user-data-dir=${userData}`, ...args],
    env: { ...settings(), ELECTRON_STAND_IN_HOME: `${userData}.keyring`, ...env },
  });
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:');
  return { app, page, runsOn };
}

const settings = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
