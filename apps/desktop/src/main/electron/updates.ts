/** New versions: downloaded beside the work, and installed when the program ends. */
import { app } from 'electron';
import updater from 'electron-updater';
import type { Update } from '../../shared/bridge/updates.ts';
import type { Updates } from '../updates.ts';

const LOOK_EVERY_MS = 6 * 60 * 60 * 1000;

/** What holds data that must be closed. */
export interface Closable {
  close(): Promise<void>;
}

/**
 * The program ends only when its data is closed, however it is ended: an update is installed after that, never while an entry is being
 * written (ADR 114). `end` is what then ends it.
 */
export function closeBeforeEnd(data: Closable, end: () => void): void {
  let isClosed = false;
  app.on('will-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void data.close().finally(() => {
      isClosed = true;
      end();
    });
  });
}

/** Who is told of new versions. */
export interface UpdateListeners {
  /** A version is downloaded, and waits for the end of the program. */
  readonly onReady: (update: Update) => void;
  /** Something went wrong; the program goes on as it is. */
  readonly onTrouble: (message: string) => void;
}

/** New versions, and the end of the program, which may be a new beginning. */
export interface ProgramUpdates extends Updates {
  /** Ends the program, whose data is closed. */
  readonly end: () => void;
}

/**
 * Looks for a new version now and then, and downloads it; a program that was not installed has none. The updater checks the publisher's
 * signature on Windows and macOS, and the hash of the feed everywhere.
 */
export function programUpdates(listeners: UpdateListeners): ProgramUpdates {
  let ready: Update = null;
  let isRestarting = false;
  if (app.isPackaged) {
    look(listeners, (update) => {
      ready = update;
    });
  }
  return {
    ready: () => ready,
    restart: () => {
      isRestarting = true;
      app.quit();
    },
    end: () => {
      // Silently, as at any other end; and started again. Where that fails, the program ends all the same.
      if (isRestarting) updater.autoUpdater.quitAndInstall(true, true);
      app.quit();
    },
  };
}

function look({ onReady, onTrouble }: UpdateListeners, keep: (update: Update) => void): void {
  const { autoUpdater } = updater;
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.logger = null;
  autoUpdater.on('error', ({ message }) => {
    onTrouble(message);
  });
  autoUpdater.on('update-downloaded', ({ version }) => {
    keep({ version });
    onReady({ version });
  });
  const once = (): void => {
    // Both are told by `error`: a look that failed, and a download, which is a promise of its own.
    autoUpdater
      .checkForUpdates()
      .then((found) => found?.downloadPromise)
      .catch(() => undefined);
  };
  once();
  setInterval(once, LOOK_EVERY_MS).unref();
}
