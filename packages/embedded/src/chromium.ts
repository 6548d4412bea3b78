import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { EmbeddedError } from './errors.ts';

/** First the build without windows, which is faster since it draws no window. */
const NAMES = [
  'chromium-headless-shell',
  ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'],
];

const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS = [
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files (x86)\Google\Chrome\Application\chrome.exe`,
  String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
  String.raw`C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe`,
];

/** What the search depends on; tests give their own. */
export interface ChromiumSurroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly platform: NodeJS.Platform;
  readonly isProgram: (path: string) => boolean;
}

/**
 * The browser that is installed on this machine: `WELLPULSE_CHROMIUM` if set, else Chromium or Chrome on the PATH, else
 * where they usually are.
 *
 * @returns absolute path of the program
 * @throws EmbeddedError `NO_CHROMIUM`
 */
export function findChromium(
  { env, platform, isProgram }: ChromiumSurroundings = { ...process, isProgram: isExecutable },
): string {
  const chosen = env['WELLPULSE_CHROMIUM'];
  if (chosen !== undefined && chosen !== '') {
    if (isProgram(chosen)) return chosen;
    throw new EmbeddedError(
      'NO_CHROMIUM',
      `WELLPULSE_CHROMIUM is "${chosen}"; it must be the path of a Chromium or Chrome program.`,
    );
  }
  const folders = (env['PATH'] ?? '').split(delimiter);
  const onPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  const usual =
    platform === 'darwin' ? MAC : platform === 'win32' ? WINDOWS : NAMES.map((name) => `/usr/bin/${name}`);
  const found = [...onPath, ...usual].find(isProgram);
  if (found !== undefined) return found;
  throw new EmbeddedError(
    'NO_CHROMIUM',
    'No Chromium or Chrome was found. Install one (Debian and Ubuntu: apt-get install chromium-headless-shell), ' +
      'or set WELLPULSE_CHROMIUM to its path.',
  );
}

/**
 * The same, of those that can draw windows on a screen.
 *
 * @throws EmbeddedError `NO_CHROMIUM`
 */
export const findWindowedChromium = (): string =>
  findChromium({
    ...process,
    isProgram: (path) => !path.endsWith('headless-shell') && isExecutable(path),
  });

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
