import type { WorldLink } from './link-worlds.ts';

/** What the isolated world does for the page's own one, beside what the preload exposes. */
export interface PageHost {
  /** Somebody wants a new window. */
  readonly openWindow: (url: string, name: string, features: string) => void;
  /** Asks the app, which lets Chromium know. False if the app does not grant it. */
  readonly askForMedia: (kinds: readonly string[]) => Promise<boolean>;
}

/**
 * Prepares the page's own world before its scripts run: what the preload exposes appears, frozen. New windows and the camera are asked of
 * the app. The source is sent into pages, so it uses nothing from outside.
 *
 * @param host the name under which the isolated world gives its `PageHost`
 */
export function enterMainWorld(link: WorldLink, host: string): void {
  let hosted: PageHost | undefined;
  const freeze = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (ArrayBuffer.isView(value)) return value;
    Object.values(value).forEach(freeze);
    return Object.freeze(value);
  };
  link.onGiven((name, value) => {
    if (name === host) hosted = value as PageHost;
    else {
      Object.defineProperty(globalThis, name, {
        value: freeze(value),
        enumerable: true,
        configurable: false,
        writable: false,
      });
    }
  });

  // As in Electron where the app refuses the window, which is all that the stand-in does.
  globalThis.open = (url = '', target = '', features = '') => {
    hosted?.openWindow(new URL(url, globalThis.location.href).href, target, features);
    return null;
  };

  // Chromium has none where the address counts as insecure.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  if (devices === undefined) return;
  const getUserMedia = devices.getUserMedia.bind(devices);
  devices.getUserMedia = async (constraints = {}) => {
    const kinds = (['video', 'audio'] as const).filter((kind) => (constraints[kind] ?? false) !== false);
    if ((await hosted?.askForMedia(kinds)) === true) return getUserMedia(constraints);
    throw new DOMException('Permission denied', 'NotAllowedError');
  };
}
