import { findChromium } from '@wellpulse/embedded';
import type { LaunchOptions } from '@playwright/test';

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** WebGL drawn by the processor. */
const SOFTWARE_WEBGL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/** How the installed browser is started: without WebGL, which is slow without a graphics card, unless it is asked for. */
export const chromium = ({
  webGl = false,
  more = [],
}: { readonly webGl?: boolean; readonly more?: readonly string[] } = {}): LaunchOptions => ({
  executablePath: findChromium(),
  args: [...ARGUMENTS, ...(webGl ? SOFTWARE_WEBGL : ['--disable-gpu', '--disable-3d-apis']), ...more],
});
