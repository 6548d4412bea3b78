/** `electron.BrowserWindow`: a window is a page of a Chromium without a screen. What it would look like on one is kept, not drawn. */
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  BrowserWindow as ElectronWindow,
  BrowserWindowConstructorOptions,
  Rectangle,
  WebPreferences,
} from 'electron';
import { Emitter, preventable } from '../../guard/emitter.ts';
import { NotInStandIn, refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { app } from '../life/app.ts';
import { openWindows } from '../life/open-windows.ts';
import { readiness } from '../life/readiness.ts';
import { WebContents } from './web-contents.ts';

type Slice =
  | (
      | 'close'
      | 'destroy'
      | 'focus'
      | 'hide'
      | 'id'
      | 'isDestroyed'
      | 'isFocused'
      | 'isMinimized'
      | 'isVisible'
    )
  | ('loadFile' | 'loadURL' | 'maximize' | 'minimize' | 'reload' | 'restore' | 'show' | 'showInactive')
  | ('getBounds' | 'getTitle' | 'isContentProtected' | 'setContentProtection' | 'setTitle')
  | ('setBackgroundColor' | 'setMenu' | 'setMenuBarVisibility');

const EVENTS = [
  ...['blur', 'close', 'closed', 'focus', 'hide', 'maximize', 'minimize', 'ready-to-show', 'restore', 'show'],
  'page-title-updated',
];

/** What a window may say of its page. A value here is the only one that is safe; null takes any. */
const PREFERENCES: Readonly<Partial<Record<keyof WebPreferences, boolean | null>>> = {
  additionalArguments: null,
  allowRunningInsecureContent: false,
  backgroundThrottling: null,
  contextIsolation: true,
  devTools: null,
  navigateOnDragDrop: false,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  preload: null,
  sandbox: true,
  spellcheck: null,
  webSecurity: true,
  webviewTag: false,
};

const windows = new Map<number, BrowserWindow>();
let last = 0;

export class BrowserWindow extends Emitter implements Pick<ElectronWindow, Slice> {
  readonly id: number;
  readonly webContents: WebContents;
  readonly #bounds: Rectangle;
  #isVisible: boolean;
  #isMinimized = false;
  #isProtected = false;
  #isDestroyed = false;
  #title: string;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('electron.BrowserWindow (a window)', EVENTS);
    readiness.assertAfter('BrowserWindow');
    const { width = 800, height = 600, x = 0, y = 0, show = true, title = app.name } = options;
    const preferences = options.webPreferences ?? {};
    assertSafe(preferences);
    last += 1;
    this.id = last;
    this.#bounds = { x, y, width, height };
    this.#isVisible = show;
    this.#title = title;
    this.webContents = new WebContents({
      width,
      height,
      preload: preferences.preload,
      process: processOf(preferences),
    });
    this.webContents.on('dom-ready', () => this.emit('ready-to-show', {}));
    this.webContents.on('destroyed', () => this.destroy());
    windows.set(this.id, this);
    openWindows.add(this);
    app.emit('web-contents-created', {}, this.webContents);
    app.emit('browser-window-created', {}, this);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows.values()];
  }

  static fromId(id: number): BrowserWindow | null {
    return windows.get(id) ?? null;
  }

  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return BrowserWindow.getAllWindows().find((window) => window.webContents === contents) ?? null;
  }

  /** The window that was opened last, of those that are to be seen. */
  static getFocusedWindow(): BrowserWindow | null {
    return BrowserWindow.getAllWindows().findLast((window) => window.isFocused()) ?? null;
  }

  loadURL(address: string): Promise<void> {
    return this.webContents.loadURL(address);
  }

  loadFile(path: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(app.getAppPath(), path)).href);
  }

  reload(): void {
    this.webContents.reload();
  }

  /** @returns false if the app prevented it */
  close(): boolean {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    this.destroy();
    return true;
  }

  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    windows.delete(this.id);
    this.webContents.destroy();
    this.emit('closed');
    openWindows.remove(this);
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  show(): void {
    this.#isVisible = true;
    this.emit('show');
    this.emit('focus');
  }

  showInactive(): void {
    this.#isVisible = true;
    this.emit('show');
  }

  hide(): void {
    this.#isVisible = false;
    this.emit('hide');
  }

  isVisible(): boolean {
    return this.#isVisible;
  }

  focus(): void {
    this.emit('focus');
  }

  isFocused(): boolean {
    return this.#isVisible && !this.#isMinimized;
  }

  minimize(): void {
    this.#isMinimized = true;
    this.emit('minimize');
  }

  isMinimized(): boolean {
    return this.#isMinimized;
  }

  restore(): void {
    this.#isMinimized = false;
    this.emit('restore');
  }

  maximize(): void {
    this.emit('maximize');
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }

  getTitle(): string {
    return this.#title;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  setContentProtection(isProtected: boolean): void {
    this.#isProtected = isProtected;
  }

  isContentProtected(): boolean {
    return this.#isProtected;
  }

  setBackgroundColor(): void {
    // Seen only until the page is drawn.
  }

  setMenu(): void {
    // A window without a screen has no menu bar.
  }

  setMenuBarVisibility(): void {
    // As above.
  }
}
refuseUnknown(BrowserWindow.prototype, 'electron.BrowserWindow (a window)');
refuseUnknown(BrowserWindow, 'electron.BrowserWindow');

function assertSafe(preferences: WebPreferences): void {
  for (const [name, value] of Object.entries(preferences)) {
    const safe = PREFERENCES[name as keyof WebPreferences];
    if (safe === undefined || (safe !== null && value !== safe)) {
      throw new NotInStandIn(`window with webPreferences.${name}: ${String(value)}`);
    }
  }
}

/** `process` of a sandboxed preload. */
const processOf = ({ additionalArguments = [] }: WebPreferences): object => ({
  arch: process.arch,
  argv: [app.getPath('exe'), ...additionalArguments],
  contextIsolated: true,
  env: {},
  platform: process.platform,
  sandboxed: true,
  type: 'renderer',
  versions: { ...process.versions },
});
