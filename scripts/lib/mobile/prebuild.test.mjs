/**
 * What the phone's app becomes for Android and iOS: the projects that Expo makes of `app.json`, without Gradle and Xcode. Neither may ask
 * for more than the app uses, nor write anything that is not encrypted.
 */
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

const mobile = join(root, 'apps', 'mobile');
const PINS = [{ host: 'wells.example.com', sha256: [`${'A'.repeat(43)}=`, `${'B'.repeat(43)}=`] }];
const app = JSON.parse(await readFile(join(mobile, 'app.json'), 'utf8'));

/** @type {string[]} */
const folders = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/**
 * A copy of the app, from which Expo makes its projects.
 *
 * @param {'android' | 'ios'} platform
 * @param {object[]} pins
 */
async function prebuild(platform, pins) {
  const folder = await mkdtemp(join(tmpdir(), 'wellpulse-prebuild-'));
  folders.push(folder);
  for (const path of ['package.json', 'plugins', 'assets'])
    await cp(join(mobile, path), join(folder, path), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const { expo } = app;
  await writeFile(join(folder, 'app.json'), JSON.stringify({ expo: { ...expo, extra: { pins } } }));
  const args = [packageFile('expo', 'bin/cli'), 'prebuild', '--no-install', '--platform', platform];
  const env = { ...stackEnvironment(), CI: '1', EXPO_NO_TELEMETRY: '1' };
  const result = await runAndCollect(stackNode, args, { cwd: folder, env });
  return { ...result, read: (/** @type {string} */ path) => readFile(join(folder, path), 'utf8') };
}

describe('for Android', () => {
  /** @type {Awaited<ReturnType<typeof prebuild>>} */
  let made;
  beforeAll(async () => {
    made = await prebuild('android', PINS);
    expect(made.code, made.output).toBe(0);
  });

  test('asks for the network, the position, the camera and biometrics, and for nothing else', async () => {
    const manifest = await made.read('android/app/src/main/AndroidManifest.xml');
    const asked = [...manifest.matchAll(/<uses-permission android:name="([^"]+)"\/>/g)].map(
      ([, name]) => name,
    );
    expect(asked.map((name) => name?.replace('android.permission.', ''))).toEqual([
      'ACCESS_COARSE_LOCATION',
      'ACCESS_FINE_LOCATION',
      'CAMERA',
      'INTERNET',
      'USE_BIOMETRIC',
      'USE_FINGERPRINT',
    ]);
    expect(manifest).toContain('android:allowBackup="false"');
  });

  test('speaks to the office’s server by its pins alone, and never in clear text', async () => {
    const manifest = await made.read('android/app/src/main/AndroidManifest.xml');
    expect(manifest).toContain('android:networkSecurityConfig="@xml/network_security_config"');
    const policy = await made.read('android/app/src/main/res/xml/network_security_config.xml');
    expect(policy).toContain('<base-config cleartextTrafficPermitted="false"/>');
    for (const pin of PINS[0]?.sha256 ?? []) expect(policy).toContain(`<pin digest="SHA-256">${pin}</pin>`);
  });

  test('encrypts its database, and runs from Android 10 on', async () => {
    const properties = await made.read('android/gradle.properties');
    expect(properties).toMatch(/^expo\.sqlite\.useSQLCipher=true$/m);
    expect(properties).toMatch(/^android\.minSdkVersion=29$/m);
  });
});

describe('for iOS', () => {
  /** @type {Awaited<ReturnType<typeof prebuild>>} */
  let made;
  beforeAll(async () => {
    made = await prebuild('ios', PINS);
    expect(made.code, made.output).toBe(0);
  });

  test('pins the office’s server', async () => {
    const plist = await made.read('ios/WellPulse/Info.plist');
    expect(plist).toMatch(/<key>NSAllowsArbitraryLoads<\/key>\s*<false\/>/);
    expect(plist).toMatch(/<key>NSPinnedDomains<\/key>\s*<dict>\s*<key>wells\.example\.com<\/key>/);
    for (const pin of PINS[0]?.sha256 ?? []) expect(plist).toContain(`<string>${pin}</string>`);
  });

  test('encrypts its database', async () => {
    const properties = JSON.parse(await made.read('ios/Podfile.properties.json'));
    expect(properties).toMatchObject({ 'expo.sqlite.useSQLCipher': 'true' });
  });

  test('runs on whatever each of its libraries runs on, and no longer promises more', async () => {
    const { 'ios.deploymentTarget': promised } = JSON.parse(await made.read('ios/Podfile.properties.json'));
    const specs = globSync('node_modules/{expo,expo-*}/{*.podspec,ios/*.podspec}', { cwd: root });
    const floors = await Promise.all(
      specs.map(async (path) => /:ios => '([\d.]+)'/.exec(await readFile(join(root, path), 'utf8'))?.[1]),
    );
    const known = floors.filter((floor) => floor !== undefined).map(Number);
    expect(known.length).toBeGreaterThan(5);
    expect(Number(promised)).toBe(Math.max(...known));
  });
});

test('one pin alone is refused: a new certificate would lock out every phone', async () => {
  const { code, output } = await prebuild('ios', [
    { host: 'wells.example.com', sha256: [`${'A'.repeat(43)}=`] },
  ]);
  expect(code).not.toBe(0);
  expect(output).toContain('wells.example.com needs a second pin');
});
