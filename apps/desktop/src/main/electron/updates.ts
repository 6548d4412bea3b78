/** New versions: downloaded beside the work, and installed when the program ends. */
import { app } from 'electron';
import updater from 'electron-updater';

const LOOK_EVERY_MS = 6 * 60 * 60 * 1000;

/** What holds data that must be closed. */
export interface Closable {
  close(): Promise<void>;
}

/**
 * The program ends only when its data is closed, however it is ended: an update is installed after that, never while an entry is being
 * written (ADR 114).
 */
export function closeBeforeEnd(data: Closable): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void data.close().finally(() => {
      isClosed = true;
      app.quit();
    });
  });
}

/**
 * Looks for a new version now and then, and downloads it. The updater checks the publisher's signature on Windows and macOS, and the
 * hash of the feed everywhere. `onTrouble` is told what went wrong; the program goes on as it is.
 */
export function lookForUpdates(onTrouble: (message: string) => void): void {
  const { autoUpdater } = updater;
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.logger = null;
  autoUpdater.on('error', ({ message }) => {
    onTrouble(message);
  });
  const look = (): void => {
    // Both are told by `error`: a look that failed, and a download, which is a promise of its own.
    autoUpdater
      .checkForUpdates()
      .then((found) => found?.downloadPromise)
      .catch(() => undefined);
  };
  look();
  setInterval(look, LOOK_EVERY_MS).unref();
}
