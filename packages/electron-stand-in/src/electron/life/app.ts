/** `electron.app`: the life of the program. */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { App as ElectronApp, RelaunchOptions } from 'electron';
import { Emitter, preventable } from '../../guard/emitter.ts';
import { refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { AppPaths, type PathName } from './app-paths.ts';
import { allSwitches, commandLine } from './command-line.ts';
import { display, openDisplay } from './display.ts';
import { openWindows } from './open-windows.ts';
import { readiness } from './readiness.ts';
import { onOtherInstance, releaseLock, takeLock, tellHolder } from './single-instance.ts';

/** What the app's `package.json` says of it. */
export interface AppManifest {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
}

type Slice =
  | (
      | 'getAppPath'
      | 'getLocale'
      | 'getName'
      | 'getPath'
      | 'getPreferredSystemLanguages'
      | 'getVersion'
      | 'name'
    )
  | (
      | 'enableSandbox'
      | 'focus'
      | 'isPackaged'
      | 'isReady'
      | 'setAppUserModelId'
      | 'setName'
      | 'setPath'
      | 'whenReady'
    )
  | ('exit' | 'quit' | 'relaunch')
  | ('hasSingleInstanceLock' | 'releaseSingleInstanceLock' | 'requestSingleInstanceLock');

const EVENTS = [
  ...['activate', 'before-quit', 'quit', 'ready', 'second-instance', 'will-quit', 'window-all-closed'],
  ...['browser-window-created', 'render-process-gone', 'web-contents-created'],
];

/** Chromium is ended by force if it takes longer. */
const MOST_CLOSING_MS = 3000;

class App extends Emitter implements Pick<ElectronApp, Slice> {
  /** False as for the unpackaged real one, unless a test says otherwise. */
  isPackaged = process.env['ELECTRON_STAND_IN_PACKAGED'] === '1';
  readonly commandLine = commandLine;
  readonly #paths = new AppPaths();
  #manifest: AppManifest = { folder: process.cwd(), name: 'Electron', version: '0.0.0' };
  #name: string | undefined;
  #holdsLock = false;
  #isQuitting = false;
  #hasEnded = false;
  #relaunch: RelaunchOptions | undefined;

  constructor() {
    super('electron.app', EVENTS);
    const folder = commandLine.getSwitchValue('user-data-dir');
    if (folder !== '') this.#paths.set('userData', folder);
    openWindows.onLastClosed(() => setImmediate(() => this.#afterLastWindow()));
  }

  get name(): string {
    return this.#name ?? this.#manifest.name;
  }

  set name(name: string) {
    this.#name = name;
  }

  getName(): string {
    return this.name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  getVersion(): string {
    return this.#manifest.version;
  }

  getAppPath(): string {
    return this.#manifest.folder;
  }

  getPath(name: PathName): string {
    return this.#paths.get(name, this.name);
  }

  setPath(name: string, path: string): void {
    if (name === 'userData') readiness.assertBefore('app.setPath of userData');
    this.#paths.set(name as PathName, path);
  }

  /** The switch `--lang`, else the language of the environment. */
  getLocale(): string {
    const [set = ''] = (process.env['LC_ALL'] ?? process.env['LANG'] ?? '').split('.');
    const environment = /^[a-z]{2}_[A-Z]{2}$/.test(set) ? set.replace('_', '-') : 'en-US';
    return commandLine.getSwitchValue('lang') || environment;
  }

  getPreferredSystemLanguages(): string[] {
    return [this.getLocale()];
  }

  isReady(): boolean {
    return readiness.isReady;
  }

  async whenReady(): Promise<void> {
    await readiness.whenReady();
  }

  /** All windows are sandboxed here: `BrowserWindow` refuses others. */
  enableSandbox(): void {
    readiness.assertBefore('app.enableSandbox()');
  }

  setAppUserModelId(): void {
    // Of Windows only.
  }

  focus(): void {
    // There is no other program whose windows could be in front.
  }

  requestSingleInstanceLock(data?: Record<string, unknown>): boolean {
    const folder = this.getPath('userData');
    if (this.#holdsLock) return true;
    this.#holdsLock = takeLock(folder);
    if (this.#holdsLock) {
      onOtherInstance(folder, (other) => {
        this.emit('second-instance', {}, other.argv, other.workingDirectory, other.data);
      });
    } else tellHolder(folder, { argv: process.argv, workingDirectory: process.cwd(), data: data ?? {} });
    return this.#holdsLock;
  }

  hasSingleInstanceLock(): boolean {
    return this.#holdsLock;
  }

  releaseSingleInstanceLock(): void {
    if (this.#holdsLock) releaseLock(this.getPath('userData'));
    this.#holdsLock = false;
  }

  quit(): void {
    if (this.#isQuitting) return;
    const before = preventable({});
    this.emit('before-quit', before);
    if (before.defaultPrevented) return;
    this.#isQuitting = true;
    const last = preventable({});
    const isClosed = openWindows.all().every((window) => window.close());
    if (isClosed) this.emit('will-quit', last);
    if (isClosed && !last.defaultPrevented) this.exit(0);
    else this.#isQuitting = false;
  }

  exit(code = 0): void {
    if (this.#hasEnded) return;
    this.#isQuitting = true;
    this.#hasEnded = true;
    this.emit('quit', {}, code);
    this.releaseSingleInstanceLock();
    this.#startAgain();
    void closeDisplay().finally(() => process.exit(code));
  }

  relaunch(options: RelaunchOptions = {}): void {
    this.#relaunch = options;
  }

  /** Before the app's own code: what its `package.json` says. Its data folder is there from then on. */
  describe(manifest: AppManifest): void {
    this.#manifest = manifest;
    mkdirSync(this.getPath('userData'), { recursive: true });
  }

  /** After the app's main module: Chromium starts, and the app is ready. */
  async start(): Promise<void> {
    if (this.#hasEnded) return;
    // Playwright connects to it, and then nobody looks.
    const isShared = commandLine.hasSwitch('remote-debugging-port');
    const isOnScreen = !isShared && hasScreen();
    if (!isShared && !isOnScreen) {
      process.stderr.write('The Electron stand-in has no screen here: its windows are not to be seen.\n');
    }
    const chromium = await openDisplay({
      profile: join(this.getPath('userData'), 'chromium'),
      switches: allSwitches(),
      isShared,
      isOnScreen,
    });
    chromium.process.once('exit', () => {
      if (this.#hasEnded) return;
      process.stderr.write('The Electron stand-in ends: its Chromium is gone.\n');
      this.exit(1);
    });
    readiness.reach();
    this.emit('ready', {}, {});
  }

  #afterLastWindow(): void {
    if (this.#isQuitting || openWindows.all().length > 0) return;
    if (!this.emit('window-all-closed')) this.quit();
  }

  #startAgain(): void {
    if (this.#relaunch === undefined) return;
    const { execPath = this.getPath('exe'), args = process.argv.slice(1) } = this.#relaunch;
    spawn(execPath, args, { detached: true, stdio: 'ignore' }).unref();
  }
}

const hasScreen = (): boolean =>
  process.platform !== 'linux' || (process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'] ?? '') !== '';

async function closeDisplay(): Promise<void> {
  const chromium = await display()?.catch(() => null);
  if (chromium === null || chromium === undefined || chromium.process.exitCode !== null) return;
  const ended = new Promise((resolve) => chromium.process.once('exit', resolve));
  chromium.devTools.browser.send('Browser.close').catch(() => undefined);
  const force = setTimeout(() => chromium.process.kill('SIGKILL'), MOST_CLOSING_MS);
  await ended;
  clearTimeout(force);
}

export const app = new App();
refuseUnknown(App.prototype, 'electron.app');
