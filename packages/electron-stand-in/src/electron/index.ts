/** The module that an app gets for `electron`: what there is of it, and a refusal of each part that there is not. */
import { nothingOf } from '../guard/not-in-stand-in.ts';

export { app } from './life/app.ts';
export { BrowserWindow } from './windows/browser-window.ts';
export { autoUpdater, dialog, nativeTheme, Notification, shell } from './system/desktop.ts';
export { ipcMain } from './windows/ipc-main.ts';
export { Menu, MenuItem } from './windows/menu.ts';
export { net } from './network/net.ts';
export { powerMonitor } from './system/power-monitor.ts';
export { protocol } from './network/protocol.ts';
export { safeStorage } from './system/safe-storage.ts';
export { session } from './network/session.ts';
export { webContents } from './windows/web-contents.ts';

export const BaseWindow = nothingOf('electron.BaseWindow');
export const BrowserView = nothingOf('electron.BrowserView');
export const clipboard = nothingOf('electron.clipboard');
export const contentTracing = nothingOf('electron.contentTracing');
export const crashReporter = nothingOf('electron.crashReporter');
export const desktopCapturer = nothingOf('electron.desktopCapturer');
export const globalShortcut = nothingOf('electron.globalShortcut');
export const inAppPurchase = nothingOf('electron.inAppPurchase');
export const MessageChannelMain = nothingOf('electron.MessageChannelMain');
export const nativeImage = nothingOf('electron.nativeImage');
export const netLog = nothingOf('electron.netLog');
export const powerSaveBlocker = nothingOf('electron.powerSaveBlocker');
export const pushNotifications = nothingOf('electron.pushNotifications');
export const screen = nothingOf('electron.screen');
export const ShareMenu = nothingOf('electron.ShareMenu');
export const systemPreferences = nothingOf('electron.systemPreferences');
export const TouchBar = nothingOf('electron.TouchBar');
export const Tray = nothingOf('electron.Tray');
export const utilityProcess = nothingOf('electron.utilityProcess');
export const View = nothingOf('electron.View');
export const webFrameMain = nothingOf('electron.webFrameMain');
export const WebContentsView = nothingOf('electron.WebContentsView');
