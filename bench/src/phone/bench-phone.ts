/** A phone's browser in a benchmark: the app's own screens, and its engine below them. */
import { chromium, type Browser, type BrowserContext, type CDPSession, type Page } from '@playwright/test';
import { FIELD_PATH } from '@wellpulse/contracts';
import { findChromium } from '@wellpulse/embedded';
import { PUMPER } from '@wellpulse/offline/testing';
import { createWords } from '@wellpulse/words';
import { readFile } from 'node:fs/promises';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { shown } from '../shown.ts';

export const words = createWords('en');
const { deskWords, fieldWords, sessionWords } = words;
const SECRET = 'input[type=password]';
const PASSPHRASE = 'north route seven';

const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];

export class BenchPhone {
  readonly context: BrowserContext;
  /** What the browser keeps lies in it. */
  readonly folder: string;
  readonly #url: string;
  #page: Page;

  private constructor(context: BrowserContext, folder: string, url: string, page: Page) {
    this.context = context;
    this.folder = folder;
    this.#url = url;
    this.#page = page;
  }

  /** Its data lies in a folder of its own, on the disk: that of a private window would lie in memory. */
  static async unpack(officeUrl: string): Promise<BenchPhone> {
    const folder = await mkdtemp(path.join(tmpdir(), 'wellpulse-bench-phone-'));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: findChromium(),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', ...CAMERA],
      viewport: { width: 360, height: 740 },
      hasTouch: true,
      permissions: ['camera'],
      locale: 'en-US',
    });
    const page = await context.newPage();
    return new BenchPhone(context, folder, officeUrl + FIELD_PATH, page);
  }

  get page(): Page {
    return this.#page;
  }

  async close(): Promise<void> {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Milliseconds from the address to a screen that a person can use. */
  async open(): Promise<number> {
    const start = performance.now();
    await this.#page.goto(this.#url);
    await shown(this.#page, '[role=button], button');
    return performance.now() - start;
  }

  /** A tab that was closed, opened again: the lock screen. */
  async reopen(): Promise<number> {
    await this.#page.close();
    this.#page = await this.context.newPage();
    const start = performance.now();
    await this.#page.goto(this.#url);
    await shown(this.#page, SECRET);
    return performance.now() - start;
  }

  async signIn(): Promise<void> {
    await this.box(sessionWords.tenant).fill('acme');
    await this.box(sessionWords.email).fill(PUMPER.email);
    await this.box(sessionWords.password).fill('wellpulse-demo');
    await this.box(fieldWords.deviceName).fill('Bench');
    await this.box(deskWords.passphrase).fill(PASSPHRASE);
    await this.press(sessionWords.signIn);
    await this.route();
  }

  /** Milliseconds from the entered passphrase to the route: most of it is spent on making the passphrase slow to guess. */
  async unlock(): Promise<number> {
    await this.box(deskWords.passphrase).fill(PASSPHRASE);
    const start = performance.now();
    await this.press(fieldWords.unlock);
    await this.route();
    return performance.now() - start;
  }

  box(label: string) {
    return this.#page.getByLabel(label, { exact: true });
  }

  async press(name: string): Promise<void> {
    await this.#page.getByRole('button', { name, exact: true }).click();
  }

  /** Resolves when the banner says so. */
  async says(text: string): Promise<void> {
    await this.#page.getByRole('status').filter({ hasText: text }).first().waitFor({ timeout: 120_000 });
  }

  /** From now on the page has so many bytes a second each way. Nothing comes sooner than after a third of a second. */
  async slowTo(bytes: number): Promise<void> {
    const session = await this.context.newCDPSession(this.#page);
    await session.send('Network.enable');
    const throughput = { downloadThroughput: bytes, uploadThroughput: bytes };
    await session.send('Network.emulateNetworkConditions', { offline: false, latency: 300, ...throughput });
  }

  /** The route is on the screen, with its wells. */
  async route(): Promise<void> {
    await shown(this.#page, `[aria-label='${fieldWords.route}'] [role=link]`);
  }

  /** From now on `phone` of the page is what its screens have of the data: no build has it for a benchmark. */
  async holdEngine(): Promise<void> {
    await this.#page.evaluate(holdEngine);
  }

  /** Bytes of the program that draws the page and runs its JavaScript, and of its heap. */
  async memory(): Promise<{ readonly resident: number; readonly heap: number }> {
    const ofPage = await this.context.newCDPSession(this.#page);
    await ofPage.send('HeapProfiler.enable');
    await ofPage.send('HeapProfiler.collectGarbage');
    const { usedSize } = await ofPage.send('Runtime.getHeapUsage');
    await ofPage.detach();
    return { resident: await residentOf(this.context.browser(), this.context, this.#page), heap: usedSize };
  }
}

/** The largest program among those that draw: that of the page. */
async function residentOf(browser: Browser | null, context: BrowserContext, page: Page): Promise<number> {
  const session: CDPSession =
    browser === null ? await context.newCDPSession(page) : await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = await Promise.all(
    processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentBytes(id)),
  );
  return Math.max(...sizes);
}

async function residentBytes(pid: number): Promise<number> {
  const status = await readFile(`/proc/${String(pid)}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) * 1024;
}

/** As much of React's tree as the search needs. */
interface Fiber {
  readonly memoizedProps: { readonly value?: unknown } | null;
  readonly child: Fiber | null;
  readonly sibling: Fiber | null;
}

/** Runs in the page. */
function holdEngine(): void {
  const root = document.querySelector('#root');
  const key = Object.keys(root ?? {}).find((name) => name.startsWith('__reactContainer$'));
  if (root === null || key === undefined) throw new Error('React has drawn nothing');
  const search = (fiber: Fiber | null): object | null => {
    for (let at = fiber; at !== null; at = at.sibling) {
      const value = at.memoizedProps?.value;
      if (typeof value === 'object' && value !== null && 'client' in value && 'pictures' in value)
        return value;
      const below = search(at.child);
      if (below !== null) return below;
    }
    return null;
  };
  const phone = search((root as unknown as Record<string, Fiber>)[key] ?? null);
  if (phone === null) throw new Error('The data is not open');
  Object.assign(globalThis, { phone });
}
