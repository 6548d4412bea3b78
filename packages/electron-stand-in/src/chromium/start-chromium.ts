/** Starts the Chromium that draws the windows. It ends with this process, however that ends: its DevTools pipe closes. */
import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { findChromium, findWindowedChromium } from '@wellpulse/embedded/chromium';
import { DevTools } from './devtools.ts';

/** What Chromium is started with. */
export interface ChromiumOptions {
  /** Where it keeps its profile. */
  readonly profile: string;
  /** Switches of the app and of its command line, such as `--lang=es`. */
  readonly switches: readonly string[];
  /** Whether others may connect too: the address is told on this program's stderr, as Electron does. */
  readonly isShared: boolean;
  /** Whether a person is to see the windows. */
  readonly isOnScreen: boolean;
}

/** A running Chromium. */
export interface Chromium {
  readonly devTools: DevTools;
  readonly process: ChildProcess;
}

const ALWAYS = [
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-startup-window',
  '--password-store=basic',
  '--remote-debugging-pipe',
];

/** Switches of the main process, which are not Chromium's. */
const NOT_ITS_OWN = /^--(?:inspect|remote-debugging|user-data-dir|headless)/;

/** A profile that another Chromium still closes is tried again. */
const TRIES = 20;
const PAUSE_MS = 250;

/**
 * Starts Chromium and connects to it.
 *
 * @throws Error with Chromium's last words, if it ends at once
 * @throws EmbeddedError `NO_CHROMIUM`
 */
export async function startChromium(options: ChromiumOptions): Promise<Chromium> {
  const program = options.isOnScreen ? findWindowedChromium() : findChromium();
  for (let tries = 1; ; tries += 1) {
    const started = await start(program, options);
    if (typeof started !== 'string') return started;
    if (tries === TRIES) throw new Error(`${program} ended at once: ${started}`);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}

/** Gives what Chromium said if it ended. */
async function start(
  program: string,
  { profile, switches, isShared, isOnScreen }: ChromiumOptions,
): Promise<Chromium | string> {
  const own = switches.filter((name) => name.startsWith('--') && !NOT_ITS_OWN.test(name));
  const port = isShared ? ['--remote-debugging-port=0'] : [];
  // Without a screen Chromium can ask nobody: the app was asked before.
  const screen = isOnScreen ? [] : ['--headless', '--use-fake-ui-for-media-stream'];
  const root = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    program,
    [...ALWAYS, ...screen, ...root, ...own, ...port, `--user-data-dir=${profile}`],
    {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    },
  );
  const [, , errors, output, input] = child.stdio as unknown as [null, null, Readable, Writable, Readable];
  let said = '';
  createInterface({ input: errors }).on('line', (line) => {
    said = `${said}${line}\n`.slice(-2000);
    if (line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
  });
  const devTools = new DevTools(output, input);
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => resolve(said));
  });
  const isUp = devTools.browser.send('Target.setDiscoverTargets', { discover: true }).then(
    () => true,
    () => false,
  );
  return (await Promise.race([isUp, ended])) === true ? { devTools, process: child } : await ended;
}
