/** The one Chromium that draws all windows. */
import { startChromium, type Chromium, type ChromiumOptions } from '../../chromium/start-chromium.ts';

let chromium: Promise<Chromium> | undefined;

/** Starts Chromium, once the app has said what it wants of it. */
export function openDisplay(options: ChromiumOptions): Promise<Chromium> {
  chromium = startChromium(options);
  return chromium;
}

/** Null while there is none. */
export const display = (): Promise<Chromium> | null => chromium ?? null;
