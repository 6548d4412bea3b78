/** The main process: it puts the parts together, holds the data, and syncs. */
import { createWords, languageOf } from '@wellpulse/words';
import { app, net } from 'electron';
import { join } from 'node:path';
import { bannerOf } from './bridge/sync.handlers.ts';
import { ORIGIN, registerAppScheme, serveApp } from './electron/app-protocol.ts';
import { lockByItself } from './electron/auto-lock.ts';
import { fileDialogsOf } from './electron/file-dialogs.ts';
import { notify } from './electron/notify.ts';
import { serveBridge, tell } from './electron/serve-bridge.ts';
import { systemKeyStore } from './electron/system-key-store.ts';
import { closeBeforeEnd, programUpdates } from './electron/updates.ts';
import { guardPages, openWindow, watchShown } from './electron/window.ts';
import createArgon2Worker from './keys/argon2.worker.ts?nodeWorker';
import { deriveInWorker } from './keys/derive-in-worker.ts';
import { openHost } from './laptop-host.ts';
import { builtInServer } from './storage/built-in-server.ts';
import { remindOfWaiting } from './remind-of-waiting.ts';

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
  const window = openWindow(join(BUNDLE, 'preload', 'index.cjs'));
  const language = app.getLocale();
  const updates = programUpdates({
    onReady: (update) => {
      tell(window, 'update', update);
    },
    onTrouble: (message) => process.stderr.write(`Update: ${message}\n`),
  });
  const host = await openHost({
    folder: app.getPath('userData'),
    store: await systemKeyStore(),
    derive: deriveInWorker(createArgon2Worker({})),
    fetchWith: (input, init) => net.fetch(input instanceof URL ? input.href : input, init),
    appVersion: app.getVersion(),
    builtInServer: await builtInServer(app.getAppPath()),
    language,
    dialogs: fileDialogsOf(window),
    updates,
    onHandover: (progress) => {
      tell(window, 'handover', progress);
    },
    onStatus: (status) => {
      tell(window, 'changed', bannerOf(status, new Date()));
    },
    // A page that is loaded anew holds nothing of what its person saw.
    onLocked: () => {
      window.webContents.reload();
    },
  });
  serveBridge(host.answer);
  watchShown(window, host.setShown);
  remindOfWaiting(
    async () => (await host.client()?.status.current()) ?? null,
    ({ pendingEvents }) => {
      const { deskWords } = createWords(languageOf(language));
      notify(window, { title: deskWords.overdueTitle, body: deskWords.overdueBody(pendingEvents) });
    },
  );
  lockByItself(() => {
    void host.lock();
  });
  app.on('second-instance', () => {
    window.show();
    window.focus();
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  closeBeforeEnd(host, updates.end);
  await window.loadURL(`${ORIGIN}/index.html`);
}
