import { Notification, type BrowserWindow } from 'electron';

/** Says something through the system, also while the window is behind others. A press on it brings the window. */
export function notify(
  window: BrowserWindow,
  { title, body }: { readonly title: string; readonly body: string },
): void {
  if (!Notification.isSupported()) return;
  const notification = new Notification({ title, body });
  notification.on('click', () => {
    window.show();
    window.focus();
  });
  notification.show();
}
