/** The one window. Its page is sandboxed and isolated, stays where it is, and may use the camera only. */
import { app, BrowserWindow, session } from 'electron';
import { join } from 'node:path';
import { ORIGIN } from './app-protocol.ts';

/** Whether an address is one of the app's own pages. */
export const isOwnPage = (address: string): boolean => address.startsWith(`${ORIGIN}/`);

/** Refuses what a page must not do, in each window there will ever be. */
export function guardPages(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event) => {
      if (!isOwnPage(event.url)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => {
      event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  session.defaultSession.setPermissionRequestHandler((_contents, permission, decide, details) => {
    const wanted = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const isCamera = permission === 'media' && wanted.length > 0 && wanted.every((kind) => kind === 'video');
    decide(isCamera && isOwnPage(details.requestingUrl));
  });
  session.defaultSession.setPermissionCheckHandler(
    (_contents, permission, origin, { mediaType }) =>
      permission === 'media' && mediaType === 'video' && `${origin.replace(/\/$/, '')}/` === `${ORIGIN}/`,
  );
}

/** Opens the window. It shows when its page is drawn. */
export function openWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 720,
    minWidth: 800,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: join(preload),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    },
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  return window;
}

/** Tells whether somebody may be looking at the window. */
export function watchShown(window: BrowserWindow, setShown: (isShown: boolean) => void): void {
  const tellIt = (): void => {
    setShown(window.isVisible() && !window.isMinimized());
  };
  window.on('show', tellIt);
  window.on('hide', tellIt);
  window.on('minimize', tellIt);
  window.on('restore', tellIt);
  tellIt();
}
