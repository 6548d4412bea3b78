/** What Electron asks of the desktop: dialogs, other programs, notifications, the theme. There is none here, so a test answers. */
import { EventEmitter } from 'node:events';
import type {
  AutoUpdater,
  Dialog,
  NativeTheme as ElectronNativeTheme,
  Notification as ElectronNotification,
  NotificationConstructorOptions,
  Shell,
} from 'electron';
import { Emitter } from '../../guard/emitter.ts';
import { NotInStandIn, refuseUnknown } from '../../guard/not-in-stand-in.ts';

/** Refuses, until a test replaces it by `app.evaluate(({ dialog }) => { dialog.showOpenDialog = ... })`. */
const answeredByTest = (call: string) => (): Promise<never> =>
  Promise.reject(new NotInStandIn(`answer to ${call}; a test replaces it`));

export const dialog = refuseUnknown(
  {
    showMessageBox: answeredByTest('electron.dialog.showMessageBox'),
    showOpenDialog: answeredByTest('electron.dialog.showOpenDialog'),
    showSaveDialog: answeredByTest('electron.dialog.showSaveDialog'),
    showErrorBox: (title: string, content: string): void => {
      process.stderr.write(`${title}\n${content}\n`);
    },
  } satisfies Pick<Dialog, 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog' | 'showErrorBox'>,
  'electron.dialog',
);

export const shell = refuseUnknown(
  {
    openExternal: answeredByTest('electron.shell.openExternal'),
    openPath: answeredByTest('electron.shell.openPath'),
    showItemInFolder: (): void => {
      throw new NotInStandIn('answer to electron.shell.showItemInFolder; a test replaces it');
    },
  } satisfies Pick<Shell, 'openExternal' | 'openPath' | 'showItemInFolder'>,
  'electron.shell',
);

class NativeTheme
  extends Emitter
  implements Pick<ElectronNativeTheme, 'shouldUseDarkColors' | 'themeSource'>
{
  readonly shouldUseDarkColors = false;
  readonly shouldUseHighContrastColors = false;

  constructor() {
    super('electron.nativeTheme', ['updated']);
  }

  get themeSource(): 'system' {
    return 'system';
  }

  set themeSource(source: 'dark' | 'light' | 'system') {
    // A page under test is given its colours by Playwright.
    if (source !== 'system') throw new NotInStandIn(`electron.nativeTheme.themeSource = '${source}'`);
  }
}
refuseUnknown(NativeTheme.prototype, 'electron.nativeTheme');
export const nativeTheme = new NativeTheme();

const shown: Notification[] = [];

export class Notification
  extends Emitter
  implements Pick<ElectronNotification, 'body' | 'close' | 'show' | 'title'>
{
  title: string;
  body: string;

  constructor({ title = '', body = '' }: NotificationConstructorOptions = {}) {
    super('electron.Notification (one)', ['click', 'close', 'failed', 'show']);
    this.title = title;
    this.body = body;
  }

  static isSupported(): boolean {
    return true;
  }

  /** For tests: all that were shown. */
  static get shown(): readonly Notification[] {
    return shown;
  }

  show(): void {
    shown.push(this);
    this.emit('show', {});
  }

  close(): void {
    this.emit('close', {});
  }
}
refuseUnknown(Notification.prototype, 'electron.Notification (one)');

/** Of macOS only. electron-updater tells it on all systems that the app quits for an update. */
export const autoUpdater = refuseUnknown(new EventEmitter(), 'electron.autoUpdater') satisfies Pick<
  AutoUpdater,
  'emit'
>;
