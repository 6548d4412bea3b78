/** `electron.webContents`: what a window shows. */
import type { WebContents as ElectronWebContents, WindowOpenHandlerResponse } from 'electron';
import { Emitter } from '../../guard/emitter.ts';
import { NotInStandIn, refuseUnknown } from '../../guard/not-in-stand-in.ts';
import { makeCodec } from '../../page/codec.ts';
import type { FromPage } from '../../page/isolated-world.ts';
import { originOf, toOwn, toWeb } from '../network/addresses.ts';
import { display } from '../life/display.ts';
import { ipcMain } from './ipc-main.ts';
import { answerRequest, type PausedRequest } from './requests.ts';
import { session, type MediaKind } from '../network/session.ts';
import { WindowPage, type PageOptions } from './window-page.ts';

type Slice =
  | (
      | 'executeJavaScript'
      | 'forcefullyCrashRenderer'
      | 'getURL'
      | 'id'
      | 'isCrashed'
      | 'isDestroyed'
      | 'isLoading'
    )
  | ('loadURL' | 'reload' | 'send');

const EVENTS = [
  ...['console-message', 'destroyed', 'did-fail-load', 'did-finish-load', 'did-navigate', 'dom-ready'],
  ...['preload-error', 'render-process-gone', 'will-navigate', 'will-redirect', 'did-start-loading'],
  'did-stop-loading',
  // Never, since `BrowserWindow` refuses such tags.
  'will-attach-webview',
];
const codec = makeCodec();
const all = new Map<number, WebContents>();
let last = 0;

/** Permissions of Chromium that stay denied, whatever the app says. */
const DENIED = ['geolocation', 'notifications', 'clipboard-read', 'midi', 'display-capture'];
const MEDIA: Readonly<Record<MediaKind, string>> = { video: 'camera', audio: 'microphone' };

export class WebContents extends Emitter implements Pick<ElectronWebContents, Slice> {
  readonly id: number;
  readonly session = session.defaultSession;
  readonly #preload: string | undefined;
  readonly #page: Promise<WindowPage>;
  #shown: WindowPage | null = null;
  #url = '';
  #isLoading = false;
  #isCrashed = false;
  #isDestroyed = false;
  #openHandler: ((details: never) => WindowOpenHandlerResponse) | null = null;

  constructor(options: PageOptions) {
    super('electron.webContents (of a window)', EVENTS);
    this.#preload = options.preload;
    last += 1;
    this.id = last;
    all.set(this.id, this);
    this.#page = this.#open(options);
    this.#page.catch(() => undefined);
  }

  /** As an app knows a page: by its own address. */
  get mainFrame(): { readonly url: string; readonly origin: string; readonly parent: null } {
    const url = this.getURL();
    return { url, origin: originOf(url), parent: null };
  }

  getURL(): string {
    return toOwn(this.#url);
  }

  isLoading(): boolean {
    return this.#isLoading;
  }

  isCrashed(): boolean {
    return this.#isCrashed;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  send(channel: string, ...args: unknown[]): void {
    // What cannot be cloned is refused here, and not in the page.
    codec.encode(args);
    this.#shown?.tell({ kind: 'event', channel, args });
  }

  async loadURL(address: string): Promise<void> {
    const page = await this.#page;
    const web = toWeb(address);
    await this.#setPermissions(web);
    const problem = await page.load(web);
    if (problem === null) return;
    this.emit('did-fail-load', {}, -2, problem, address, true);
    const code = problem.replace('net::', '');
    throw Object.assign(new Error(`${code} (-2) loading '${address}'`), { code, errno: -2, url: address });
  }

  reload(): void {
    void this.#page.then((page) => page.reload(this.#url)).catch(() => undefined);
  }

  setWindowOpenHandler(handler: (details: never) => WindowOpenHandlerResponse): void {
    this.#openHandler = handler;
  }

  async executeJavaScript(expression: string): Promise<unknown> {
    const page = await this.#page;
    interface Evaluated {
      readonly result: { readonly value: unknown };
      readonly exceptionDetails?: { readonly exception?: { readonly description?: string } };
    }
    const { result, exceptionDetails } = await page.devTools.send<Evaluated>('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined) {
      throw new Error(exceptionDetails.exception?.description ?? 'The script failed.');
    }
    return result.value;
  }

  forcefullyCrashRenderer(): void {
    void this.#page.then((page) => page.devTools.send('Page.crash')).catch(() => undefined);
  }

  /** Playwright closes pages by this. */
  close(): void {
    void this.#page.then((page) => page.close()).catch(() => undefined);
  }

  /** For the window: Chromium's name of the page, null before it is there. */
  get targetId(): string | null {
    return this.#shown?.targetId ?? null;
  }

  /** For the window: what is shown is gone. */
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.close();
    all.delete(this.id);
    this.emit('destroyed');
  }

  async #open(options: PageOptions): Promise<WindowPage> {
    const chromium = await display();
    if (chromium === null) throw new Error('There is no display before app is ready.');
    const page = await WindowPage.open(chromium, options);
    this.#shown = page;
    page.on('message', (message) => void this.#hear(page, message));
    page.on('navigated', (url) => {
      this.#url = url;
      this.emit('did-navigate', {}, this.getURL());
    });
    page.on('domReady', () => this.emit('dom-ready', {}));
    page.on('loaded', () => this.emit('did-finish-load', {}));
    page.on('loading', (isLoading) => {
      this.#isLoading = isLoading;
      this.emit(isLoading ? 'did-start-loading' : 'did-stop-loading');
    });
    page.on('opened', (url) => this.#askToOpen({ url: toOwn(url), frameName: '', features: '' }));
    page.on('logged', (level, message) => this.emit('console-message', { level, message }));
    page.on('preloadFailed', (error) => this.#reportPreload(error));
    page.on('crashed', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 });
    });
    page.on('gone', () => this.destroy());
    const judge = {
      page,
      session: this.session,
      emit: (event: string, details: object, url: string) => void this.emit(event, details, url),
    };
    page.devTools.on('Fetch.requestPaused', (paused: PausedRequest) => {
      answerRequest(judge, paused).catch(() => undefined);
    });
    return page;
  }

  async #hear(page: WindowPage, message: FromPage): Promise<void> {
    const event = { sender: this, senderFrame: this.mainFrame, frameId: 1, processId: 1, type: 'frame' };
    switch (message.kind) {
      case 'send':
        ipcMain.emit(message.channel, event, ...message.args);
        return;
      case 'openWindow':
        this.#askToOpen({ url: toOwn(message.url), frameName: message.name, features: message.features });
        return;
      case 'preloadFailed':
        this.#reportPreload(new Error(message.message));
        return;
      case 'ask':
      case 'invoke': {
        const { id, channel, args } = message;
        const { world } = page;
        const answer =
          message.kind === 'invoke'
            ? ipcMain.answerInvoke(channel, event, args)
            : this.#askForMedia(args[0] as readonly MediaKind[]);
        try {
          const value = await answer;
          if (page.world === world) page.tell({ kind: 'answer', id, value });
        } catch (error) {
          const failure = `Error invoking remote method '${channel}': ${String(error)}`;
          if (page.world === world) page.tell({ kind: 'failure', id, message: failure });
        }
      }
    }
  }

  #askToOpen(details: { readonly url: string; readonly frameName: string; readonly features: string }): void {
    const asked = { ...details, disposition: 'new-window', referrer: { url: this.getURL() } };
    if (this.#openHandler?.(asked as never).action === 'deny') return;
    throw new NotInStandIn(`window that a page opens (${details.url}): setWindowOpenHandler must deny it`);
  }

  #reportPreload(error: Error): void {
    process.stderr.write(`Unable to load preload script: ${this.#preload ?? ''}\n${String(error)}\n`);
    this.emit('preload-error', {}, this.#preload, error);
  }

  async #askForMedia(kinds: readonly MediaKind[]): Promise<boolean> {
    const url = this.getURL();
    const isGranted = await this.session.asksForMedia(this, { url, origin: originOf(url), kinds });
    await Promise.all(kinds.map((kind) => setPermission(this.#url, MEDIA[kind], isGranted)));
    return isGranted;
  }

  async #setPermissions(web: string): Promise<void> {
    if (!/^https?:/.test(web)) return;
    const origin = originOf(toOwn(web));
    const media = (['video', 'audio'] as const).map(
      (kind) => [MEDIA[kind], this.session.hasMedia(this, origin, kind)] as const,
    );
    const denied = DENIED.map((name) => [name, false] as const);
    await Promise.all([...media, ...denied].map(([name, isGranted]) => setPermission(web, name, isGranted)));
  }
}
refuseUnknown(WebContents.prototype, 'electron.webContents (of a window)');

async function setPermission(web: string, name: string, isGranted: boolean): Promise<void> {
  const chromium = await display();
  await chromium?.devTools.browser.send('Browser.setPermission', {
    origin: new URL(web).origin,
    permission: { name },
    setting: isGranted ? 'granted' : 'denied',
  });
}

/** The static part. */
export const webContents = refuseUnknown(
  {
    getAllWebContents: (): WebContents[] => [...all.values()],
    fromId: (id: number): WebContents | undefined => all.get(id),
    fromDevToolsTargetId: (targetId: string): WebContents | undefined =>
      [...all.values()].find((contents) => contents.targetId === targetId),
  },
  'electron.webContents',
);
