import { expect, test } from 'vitest';
import { findChromium } from './chromium.ts';

function find(
  env: NodeJS.ProcessEnv,
  programs: readonly string[],
  platform: NodeJS.Platform = 'linux',
): string {
  return findChromium({ env, platform, isProgram: (path) => programs.includes(path) });
}

test('the one that is set wins', () => {
  const programs = ['/opt/chrome', '/usr/bin/chromium'];
  expect(find({ WELLPULSE_CHROMIUM: '/opt/chrome', PATH: '/usr/bin' }, programs)).toBe('/opt/chrome');
});

test('one that is set but is not there is refused, not replaced by another', () => {
  expect(() => find({ WELLPULSE_CHROMIUM: '/opt/chrome' }, ['/usr/bin/chromium'])).toThrow(
    'WELLPULSE_CHROMIUM is "/opt/chrome"',
  );
});

test('the PATH is searched, then the usual places', () => {
  expect(find({ PATH: '/home/me/bin' }, ['/home/me/bin/google-chrome', '/usr/bin/chromium'])).toBe(
    '/home/me/bin/google-chrome',
  );
  expect(find({}, ['/usr/bin/google-chrome-stable'])).toBe('/usr/bin/google-chrome-stable');
  const mac = '/Applications/Chromium.app/Contents/MacOS/Chromium';
  expect(find({}, [mac], 'darwin')).toBe(mac);
});

test('the one without windows comes before one with them', () => {
  const programs = ['/usr/bin/chromium', '/usr/bin/chromium-headless-shell'];
  expect(find({ PATH: '/usr/bin' }, programs)).toBe('/usr/bin/chromium-headless-shell');
});

test('when there is none, the message says what to do', () => {
  expect(() => find({}, [])).toThrow('or set WELLPULSE_CHROMIUM to its path');
});
