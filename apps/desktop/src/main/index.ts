/** The main process: it puts the parts together, holds the data, and syncs. */
import { app, net } from 'electron';
import { join } from 'node:path';
import { bannerOf } from './bridge/sync.handlers.ts';
import { ORIGIN, registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { lockByItself } from './electron/auto-lock.ts';
import { serveBridge, tell } from './electron/serve-bridge.ts';
import { systemKeyStore } from './electron/system-key-store.ts';
import { lookForUpdates } from './electron/updates.ts';
import { guardPages, openWindow } from './electron/window.ts';
import createArgon2Worker from './keys/argon2.worker.ts?nodeWorker';
import { deriveInWorker } from './keys/derive-in-worker.ts';
import { openLaptop } from './open-laptop.ts';

const BUNDLE = join(import.meta.dirname, '..');

registerAppScheme();
app.enableSandbox();
if (app.requestSingleInstanceLock()) {
  // Not awaited here: Electron is not ready before this file has ended.
  void app.whenReady().then(start);
} else {
  app.quit();
}

async function start(): Promise<void> {
  guardPages();
  serveApp(join(BUNDLE, 'renderer'));
  const store = await systemKeyStore();
  if (store === null) throw new Error('This system has no safe store of secrets');
  const window = openWindow(join(BUNDLE, 'preload', 'index.cjs'));
  const laptop = await openLaptop({
    folder: app.getPath('userData'),
    store,
    derive: deriveInWorker(createArgon2Worker({})),
    fetchWith: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
    appVersion: app.getVersion(),
    language: app.getLocale(),
    // A page that is loaded anew holds nothing of what its person saw.
    onLocked: () => {
      window.webContents.reload();
    },
  });
  serveBridge(laptop);
  laptop.client.status.subscribe((status) => {
    tell(window, 'changed', bannerOf(status));
  });
  lockByItself(() => {
    void laptop.lock();
  });
  if (app.isPackaged) lookForUpdates((message) => process.stderr.write(`Update: ${message}\n`));
  app.on('second-instance', () => {
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => {
    void laptop.client.close().finally(() => {
      app.quit();
    });
  });
  await window.loadURL(`${ORIGIN}/index.html`);
}
