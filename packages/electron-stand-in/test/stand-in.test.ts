/** An app on the stand-in: what works as on Electron, and what Electron would refuse and this refuses too. */
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from '@wellpulse/embedded/chromium';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isDeep } from '@wellpulse/testing/depth';
import { findElectron, launchStandIn, STAND_IN_FOLDER, type LaunchedApp } from '../src/index.ts';

/** What the preload of the app exposes. */
interface Bridge {
  readonly platform: string;
  readonly call: (channel: string, ...args: unknown[]) => Promise<unknown>;
  readonly on: (channel: string, listener: (...args: unknown[]) => void) => () => void;
}
declare const bridge: Bridge;
/** What the tests put into the page, and the app into the main process. */
declare const heard: unknown[];
declare const stop: () => void;
declare const refused: readonly string[];

const APP = join(import.meta.dirname, 'app');
const PROGRAM = join(STAND_IN_FOLDER, 'electron');
const folder = mkdtempSync(join(tmpdir(), 'stand-in-'));
const userData = join(folder, 'data');
const canRun = findElectron() === null && hasChromium();
if (!canRun) process.stdout.write('The Electron stand-in is not tested: no Chromium, or a real Electron.\n');

let running: LaunchedApp;
const launch = async (): Promise<void> => {
  running = await launchStandIn({ app: APP, userData, args: ['--use-fake-device-for-media-stream'] });
};

describe.runIf(canRun)('an app on the stand-in', () => {
  let server: Server;
  let elsewhere = '';

  beforeAll(async () => {
    server = createServer((_request, response) => {
      response.setHeader('access-control-allow-origin', '*').end('here');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    elsewhere = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
    await launch();
  });
  afterAll(async () => {
    await running.app.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
    rmSync(`${userData}.keyring`, { recursive: true, force: true });
  });

  test('gets values from its page and answers with them, as a structured clone has them', async () => {
    const back = await running.page.evaluate(async () => {
      const [date, map, bytes, gap, big, nothing] = (await bridge.call(
        'echo',
        new Date(5),
        new Map([['oil', new Set([1])]]),
        new Uint8Array([1, 255]),
        { gap: undefined },
        9n,
        NaN,
      )) as [Date, Map<string, Set<number>>, Uint8Array, object, bigint, number];
      return [
        date instanceof Date && date.getTime(),
        map instanceof Map && map.get('oil')?.has(1),
        bytes instanceof Uint8Array && bytes.join(),
        'gap' in gap,
        big === 9n,
        Number.isNaN(nothing),
      ];
    });
    expect(back).toEqual([5, true, '1,255', true, true, true]);
    expect(await running.page.evaluate(() => bridge.call('sender'))).toBe('app://bundle/page.html');
  });

  test('carries megabytes', async () => {
    const length = await running.page.evaluate(async () => {
      const [bytes] = (await bridge.call('echo', new Uint8Array(1_000_000).fill(7))) as [Uint8Array];
      return bytes.every((byte) => byte === 7) ? bytes.length : 0;
    });
    expect(length).toBe(1_000_000);
  });

  test('tells its page of errors as Electron does', async () => {
    const said = await running.page.evaluate(() =>
      Promise.all(
        [bridge.call('fail'), bridge.call('unheard of'), bridge.call('echo', () => 1)].map((call) =>
          call.then(String, (error: unknown) => (error as Error).message),
        ),
      ),
    );
    expect(said).toEqual([
      "Error invoking remote method 'fail': RangeError: no such well",
      "Error invoking remote method 'unheard of': Error: No handler registered for 'unheard of'",
      'An object could not be cloned.',
    ]);
  });

  test('tells its page news until the page no longer listens', async () => {
    await running.page.evaluate(() => {
      const heard: unknown[] = [];
      Object.assign(globalThis, { heard, stop: bridge.on('news', (value) => heard.push(value)) });
    });
    const tell = (value: unknown): Promise<void> =>
      running.app.evaluate(({ BrowserWindow }, news) => {
        BrowserWindow.getAllWindows()[0]?.webContents.send('news', news);
      }, value);
    await tell('one');
    await running.page.waitForFunction(() => heard.length === 1);
    await running.page.evaluate(() => stop());
    await tell('two');
    // A call that is answered later has passed the news.
    await running.page.evaluate(() => bridge.call('echo'));
    expect(await running.page.evaluate(() => heard)).toEqual(['one']);
  });

  test('keeps its preload in a world of its own', async () => {
    const seen = await running.page.evaluate(() => ({
      names: ['require', 'process', 'module', 'ipcRenderer'].filter((name) => name in globalThis),
      own: Object.keys(globalThis).filter((name) => /electron|standin/i.test(name)),
      isFrozen: Object.isFrozen(bridge) && !Reflect.set(bridge, 'call', null),
      isReplaced: Reflect.defineProperty(globalThis, 'bridge', { value: null }),
      platform: bridge.platform,
    }));
    expect(seen).toEqual({
      names: [],
      own: [],
      isFrozen: true,
      isReplaced: false,
      platform: process.platform,
    });
  });

  test('runs no script that its policy forbids, and the test would see one', async () => {
    const runsInline = (): boolean => {
      const script = document.createElement('script');
      script.textContent = 'globalThis.wasRun = true';
      document.body.append(script);
      return Reflect.get(globalThis, 'wasRun') === true;
    };
    expect(await running.page.evaluate(runsInline)).toBe(false);
    const page = await openPage('app://bundle/page.html?without-csp');
    expect(await page.evaluate(runsInline)).toBe(true);
    await page.close();
  });

  test('stays where it is: it navigates nowhere, and opens no window', async () => {
    const { app, page } = running;
    const url = page.url();
    await page.evaluate((to) => {
      location.href = to;
    }, elsewhere);
    const wanted = (): Promise<readonly string[]> => app.evaluate(() => refused);
    // A page goes elsewhere when its script has ended, and opens a window at once.
    await expect.poll(wanted).toEqual([`navigate ${elsewhere}`]);
    expect(await page.evaluate((to) => globalThis.open(to), elsewhere)).toBeNull();
    await page.getByText('elsewhere').click();
    await expect
      .poll(wanted)
      .toEqual([`navigate ${elsewhere}`, `open ${elsewhere}`, 'open https://example.com/']);
    await expect.poll(() => app.windows().length).toBe(1);
    expect(page.url()).toBe(url);
  });

  test('gets the camera if the app grants it, asked each time', async () => {
    const open = (): Promise<string> =>
      running.page.evaluate(() =>
        navigator.mediaDevices.getUserMedia({ video: true }).then(
          (stream) =>
            stream
              .getVideoTracks()
              .map(({ kind }) => kind)
              .join(),
          (error: unknown) => (error as Error).name,
        ),
      );
    expect(await open()).toBe('video');
    await running.app.evaluate(({ session }) =>
      session.defaultSession.setPermissionRequestHandler((_page, _permission, answer) => answer(false)),
    );
    expect(await open()).toBe('NotAllowedError');
    expect(
      await running.page.evaluate(() =>
        navigator.permissions.query({ name: 'geolocation' }).then((p) => p.state),
      ),
    ).toBe('denied');
  });

  test('is cut off by network emulation, in main and in the page', async () => {
    const CUT_OFF = 'net::ERR_INTERNET_DISCONNECTED';
    const page = await openPage('app://bundle/page.html?without-csp');
    const failures: string[] = [];
    page.on('requestfailed', (request) => failures.push(request.failure()?.errorText ?? ''));
    /** Chromium may have reasons of its own against a request to this computer. */
    const isCutOff = async (): Promise<boolean> => {
      failures.length = 0;
      await page.evaluate((url) => fetch(url).then(String, String), elsewhere);
      await page.evaluate(() => bridge.call('echo'));
      return failures.includes(CUT_OFF);
    };
    const fromMain = (): Promise<string> =>
      running.app.evaluate(
        ({ net }, url) => net.fetch(url).then((answer) => answer.text(), String),
        elsewhere,
      );

    expect([await isCutOff(), await fromMain()]).toEqual([false, 'here']);
    await running.app.evaluate(({ session }) =>
      session.defaultSession.enableNetworkEmulation({ offline: true }),
    );
    expect([await isCutOff(), await fromMain()]).toEqual([true, `Error: ${CUT_OFF}`]);
    await page.reload();
    expect(await page.title()).toBe('Fixture');
    await running.app.evaluate(({ session }) => session.defaultSession.disableNetworkEmulation());
    expect([await isCutOff(), await fromMain()]).toEqual([false, 'here']);
    await page.close();
  });

  test('is told of a page that crashed, and loads it again', async () => {
    const page = await openPage('app://bundle/page.html');
    const said = await running.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows().at(-1)?.webContents;
      if (contents === undefined) return null;
      const gone = new Promise((resolve) => {
        contents.once('render-process-gone', (_event, { reason }) => resolve(reason));
      });
      contents.forcefullyCrashRenderer();
      const reason = await gone;
      const loaded = new Promise((resolve) => {
        contents.once('did-finish-load', () => resolve('loaded'));
      });
      contents.reload();
      const platform: unknown = await contents.executeJavaScript('bridge.platform');
      return [reason, await loaded, platform];
    });
    expect(said).toEqual(['crashed', 'loaded', process.platform]);
    await page.close();
  });

  test('turns a second instance away, and is told of it', async () => {
    const told = running.app.evaluate(
      ({ app }) =>
        new Promise((resolve) => {
          app.once('second-instance', (_event, words, _folder, data) => resolve([words.at(-1), data]));
        }),
    );
    const { code } = await run([APP, `--user-data-dir=${userData}`, '--again']);
    expect(code).toBe(0);
    expect(await told).toEqual(['--again', { asks: 'for the window' }]);
  });

  test('refuses what the real one would not run, and what the stand-in lacks', async () => {
    const said = await running.app.evaluate(({ app, BrowserWindow, ...electron }) => {
      const tries: (() => unknown)[] = [
        () => new BrowserWindow({ webPreferences: { sandbox: false } }),
        () => new BrowserWindow({ webPreferences: { contextIsolation: false } }),
        () => new BrowserWindow({ webPreferences: { nodeIntegration: true } }),
        () => electron.screen.getPrimaryDisplay(),
        () => app.getGPUInfo('basic'),
        () => app.on('gpu-info-update', () => undefined),
        () => electron.protocol.registerSchemesAsPrivileged([]),
      ];
      return tries.map((attempt) => {
        try {
          return attempt();
        } catch (error) {
          return String(error).replace(/ Add it to .*/, '');
        }
      });
    });
    const lacks = (what: string): string => `NotInStandIn: The Electron stand-in has no ${what}.`;
    expect(said).toEqual([
      lacks('window with webPreferences.sandbox: false'),
      lacks('window with webPreferences.contextIsolation: false'),
      lacks('window with webPreferences.nodeIntegration: true'),
      lacks('electron.screen.getPrimaryDisplay'),
      lacks('electron.app.getGPUInfo'),
      lacks('electron.app, event "gpu-info-update"'),
      'Error: protocol.registerSchemesAsPrivileged should be called before app is ready',
    ]);
  });

  test('says that a preload wants what a sandboxed one does not get', async () => {
    const said = await running.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const window = new BrowserWindow({ webPreferences: { preload } });
        const failed = new Promise<string>((resolve) => {
          window.webContents.once('preload-error', (_event, _path, error) => resolve(error.message));
        });
        await window.loadURL('app://bundle/page.html');
        const message = await failed;
        window.destroy();
        return message;
      },
      join(APP, 'reads-disk.cjs'),
    );
    expect(said).toBe('Error: module not found: node:fs');
  });

  test('ends where the main module waits until the app is ready', async () => {
    const { code, said } = await run([
      join(import.meta.dirname, 'waits-at-top'),
      `--user-data-dir=${folder}/w`,
    ]);
    expect(code).toBe(13);
    expect(said).toContain('unsettled top-level await');
  });

  test('starts itself again, with other words', async () => {
    const data = join(folder, 'again');
    const { code } = await run([join(import.meta.dirname, 'starts-again'), `--user-data-dir=${data}`]);
    expect(code).toBe(0);
    await expect.poll(() => existsSync(join(data, 'again')), { timeout: 10_000 }).toBe(true);
  });

  // A Chromium with windows takes seconds to start.
  test.runIf(isDeep)('shows its windows to a person who has a screen', async () => {
    const words = [join(import.meta.dirname, 'shows-a-window'), `--user-data-dir=${folder}/screen`];
    const { code, said } = await run([...words, '--ozone-platform=headless'], { DISPLAY: ':99' });
    expect({ code, said }).toEqual({ code: 0, said: expect.stringContaining('shown at 800 by') });
  });

  test('takes its Chromium along when it is killed, and has what it kept when it starts again', async () => {
    const sealed = await running.page.evaluate(async () => [
      ...((await bridge.call('seal', 'a key')) as Uint8Array),
    ]);
    expect(Buffer.from(sealed).toString('latin1')).not.toContain('a key');
    const isOurs = (): boolean => processes().some((command) => command.includes(userData));
    expect(isOurs()).toBe(true);
    running.app.process().kill('SIGKILL');
    await expect.poll(isOurs, { timeout: 10_000 }).toBe(false);

    await launch();
    const unseal = (bytes: number[]): Promise<unknown> => bridge.call('unseal', new Uint8Array(bytes));
    expect(await running.page.evaluate(unseal, sealed)).toBe('a key');
  });
});

function hasChromium(): boolean {
  try {
    return findChromium() !== '';
  } catch {
    return false;
  }
}

/** Opens a second window of the app. */
async function openPage(url: string): Promise<LaunchedApp['page']> {
  const opened = running.app.waitForEvent('window');
  await running.app.evaluate(
    async ({ BrowserWindow }, { address, preload }) => {
      await new BrowserWindow({ webPreferences: { preload } }).loadURL(address);
    },
    { address: url, preload: join(APP, 'preload.cjs') },
  );
  const page = await opened;
  await page.waitForURL((shown) => shown.protocol !== 'about:');
  return page;
}

/** Runs the stand-in until it ends. */
const run = (
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ readonly code: number; readonly said: string }> =>
  new Promise((resolve) => {
    const child = execFile(PROGRAM, args, { env: { ...process.env, ...env } }, (_error, out, err) =>
      resolve({ code: child.exitCode ?? -1, said: out + err }),
    );
  });

/** The command lines of all processes. */
const processes = (): readonly string[] =>
  existsSync('/proc')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map((pid) => {
          try {
            return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
          } catch {
            return '';
          }
        })
    : [];
