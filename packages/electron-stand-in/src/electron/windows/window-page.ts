/** One page in Chromium with its two worlds: made, spoken with, and navigated. */
import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import type { Chromium } from '../../chromium/start-chromium.ts';
import type { DevToolsSession } from '../../chromium/devtools.ts';
import { makeCodec } from '../../page/codec.ts';
import type { FromPage, ToPage } from '../../page/isolated-world.ts';
import { NAMES, preloadScript, WORLD, worldScripts } from '../../page/scripts.ts';

/** How a page is made. */
export interface PageOptions {
  readonly width: number;
  readonly height: number;
  /** Absolute path of the preload, if there is one. */
  readonly preload: string | undefined;
  /** What the preload sees of `process`. */
  readonly process: object;
}

/** Events of a page, each with what it tells. */
interface PageEvents {
  message: [FromPage];
  navigated: [url: string];
  domReady: [];
  loaded: [];
  crashed: [];
  gone: [];
  opened: [url: string];
  loading: [boolean];
  logged: [level: string, text: string];
  preloadFailed: [Error];
}

const codec = makeCodec();

export class WindowPage extends EventEmitter<PageEvents> {
  readonly devTools: DevToolsSession;
  readonly targetId: string;
  readonly frameId: string;
  readonly #chromium: Chromium;
  /** The isolated world of the document that the page shows; null between two documents. */
  #world: number | null = null;
  /** Requests for a document that the main process began, by address without fragment. */
  readonly #expected: string[] = [];
  #isCrashed = false;

  private constructor(chromium: Chromium, devTools: DevToolsSession, targetId: string, frameId: string) {
    super();
    this.setMaxListeners(0);
    this.#chromium = chromium;
    this.devTools = devTools;
    this.targetId = targetId;
    this.frameId = frameId;
    this.#listen();
  }

  /** Opens a window in Chromium. */
  static async open(
    chromium: Chromium,
    { width, height, preload, process }: PageOptions,
  ): Promise<WindowPage> {
    const { browser } = chromium.devTools;
    const size = { width, height, newWindow: true };
    const { targetId } = await browser.send<{ targetId: string }>('Target.createTarget', {
      url: 'about:blank',
      ...size,
    });
    const devTools = await chromium.devTools.attach(targetId);
    const { frameTree } = await devTools.send<{ frameTree: { frame: { id: string } } }>('Page.getFrameTree');
    const page = new WindowPage(chromium, devTools, targetId, frameTree.frame.id);
    await page.#prepare(preload, process);
    return page;
  }

  /** Tells the page's isolated world. What is told while there is none is lost, as in Electron. */
  tell(message: ToPage): void {
    const text = codec.encode(message);
    if (this.#world === null) return;
    const expression = `${NAMES.receive}(${JSON.stringify(text)})`;
    this.devTools.send('Runtime.evaluate', { expression, contextId: this.#world }).catch(() => undefined);
  }

  /** Which document shows now: an answer for another one is not for this one. */
  get world(): number | null {
    return this.#world;
  }

  /**
   * Loads an address, and waits until it is loaded.
   *
   * @returns Chromium's name of what went wrong, such as `net::ERR_ABORTED`; null if nothing did
   */
  async load(url: string): Promise<string | null> {
    this.#expected.push(withoutFragment(url));
    const loaded = once(this, 'loaded');
    const { errorText, loaderId } = await this.devTools.send<{ errorText?: string; loaderId?: string }>(
      'Page.navigate',
      { url },
    );
    this.#isCrashed = false;
    if (errorText !== undefined && errorText !== '') return errorText;
    // Only the fragment changed: the document stays.
    if (loaderId === undefined) this.takeExpected(url);
    else await loaded;
    return null;
  }

  /** Loads the same document again. */
  async reload(url: string): Promise<void> {
    if (this.#isCrashed) {
      await this.load(url);
      return;
    }
    this.#expected.push(withoutFragment(url));
    await this.devTools.send('Page.reload');
  }

  /** Whether the main process began this navigation. Each is taken once. */
  takeExpected(url: string): boolean {
    const at = this.#expected.indexOf(withoutFragment(url));
    if (at !== -1) this.#expected.splice(at, 1);
    return at !== -1;
  }

  /** Closes the window in Chromium. */
  close(): void {
    this.#chromium.devTools.browser
      .send('Target.closeTarget', { targetId: this.targetId })
      .catch(() => undefined);
  }

  #listen(): void {
    const { browser } = this.#chromium.devTools;
    browser.on('Target.targetDestroyed', ({ targetId }: { targetId: string }) => {
      if (targetId === this.targetId) this.emit('gone');
    });
    browser.on(
      'Target.targetCreated',
      ({ targetInfo }: { targetInfo: { targetId: string; openerId?: string } }) => {
        if (targetInfo.openerId !== this.targetId) return;
        browser.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch(() => undefined);
      },
    );
    const { devTools } = this;
    interface Context {
      readonly context: { readonly id: number; readonly name: string; readonly auxData: { frameId: string } };
    }
    devTools.on('Runtime.executionContextCreated', ({ context }: Context) => {
      if (context.name === WORLD && context.auxData.frameId === this.frameId) this.#world = context.id;
    });
    devTools.on(
      'Runtime.executionContextDestroyed',
      ({ executionContextId }: { executionContextId: number }) => {
        if (executionContextId === this.#world) this.#world = null;
      },
    );
    devTools.on('Runtime.executionContextsCleared', () => {
      this.#world = null;
    });
    devTools.on('Runtime.bindingCalled', ({ name, payload }: { name: string; payload: string }) => {
      if (name === NAMES.send) this.emit('message', codec.decode(payload) as FromPage);
    });
    devTools.on('Page.frameNavigated', ({ frame }: { frame: { parentId?: string; url: string } }) => {
      if (frame.parentId === undefined) this.emit('navigated', frame.url);
    });
    devTools.on('Page.navigatedWithinDocument', ({ frameId, url }: { frameId: string; url: string }) => {
      if (frameId === this.frameId) this.emit('navigated', url);
    });
    devTools.on('Page.domContentEventFired', () => this.emit('domReady'));
    devTools.on('Page.loadEventFired', () => this.emit('loaded'));
    devTools.on('Page.frameStartedLoading', () => this.emit('loading', true));
    devTools.on('Page.frameStoppedLoading', () => this.emit('loading', false));
    devTools.on('Page.windowOpen', ({ url }: { url: string }) => this.emit('opened', url));
    devTools.on('Inspector.targetCrashed', () => {
      this.#isCrashed = true;
      this.#world = null;
      this.emit('crashed');
    });
    interface Logged {
      readonly type: string;
      readonly args: readonly { readonly value?: unknown; readonly description?: string }[];
    }
    devTools.on('Runtime.consoleAPICalled', ({ type, args }: Logged) => {
      const texts = args.map(({ value, description = '' }) =>
        typeof value === 'string' ? value : description,
      );
      this.emit('logged', type, texts.join(' '));
    });
  }

  async #prepare(preload: string | undefined, process: object): Promise<void> {
    const { devTools } = this;
    const scripts = [...worldScripts(randomBytes(16).toString('hex'), process)];
    try {
      if (preload !== undefined) scripts.push(preloadScript(preload));
    } catch (error) {
      setImmediate(() => this.emit('preloadFailed', error as Error));
    }
    await Promise.all([
      devTools.send('Page.enable'),
      devTools.send('Inspector.enable'),
      devTools.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      devTools.send('Runtime.addBinding', { name: NAMES.send, executionContextName: WORLD }),
      ...scripts.map((script) => devTools.send('Page.addScriptToEvaluateOnNewDocument', { ...script })),
      devTools.send('Runtime.enable'),
    ]);
  }
}

const withoutFragment = (url: string): string => url.split('#', 1)[0] ?? url;
