/** New versions: downloaded beside the work, and installed when the program ends. */
import updater from 'electron-updater';

const LOOK_EVERY_MS = 6 * 60 * 60 * 1000;

/**
 * Looks for a new version now and then. The program ends only when its data is closed, so nothing is installed while an entry is being
 * written. The updater checks the publisher's signature on Windows and macOS, and the hash of the feed everywhere. `onTrouble` is told
 * what went wrong; the program goes on as it is.
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
    // Without a network there is nothing to say.
    autoUpdater.checkForUpdates().catch(() => undefined);
  };
  look();
  setInterval(look, LOOK_EVERY_MS).unref();
}
