/**
 * What the phone's app becomes for Android and iOS: the projects that Expo makes of `app.json`, without Gradle and Xcode. Neither may ask
 * for more than the app uses, nor write anything that is not encrypted. What the stores are told is told nowhere else.
 */
import { globSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWords } from '../../../packages/words/src/index.ts';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

const mobile = join(root, 'apps', 'mobile');
const PINS = [{ host: 'wells.example.com', sha256: [`${'A'.repeat(43)}=`, `${'B'.repeat(43)}=`] }];
const app = JSON.parse(await readFile(join(mobile, 'app.json'), 'utf8'));

/** The libraries that Gradle puts the app's manifest together with. Those that Gradle itself fetches are not here. */
const LIBRARIES = globSync(
  'node_modules/{expo,expo-*,@expo/*,react-native-*,@react-native-*/*}/android/src/main/AndroidManifest.xml',
  { cwd: root },
);
/** A permission and what takes it away again, if that is what the element says. */
const PERMISSION = /<uses-permission(?:-sdk-23)?\s+android:name="([^"]+)"([^>]*)\/>/g;

/** @param {string} manifest */
const permissionsIn = (manifest) =>
  [...manifest.matchAll(PERMISSION)].map(([, name = '', rest = '']) => ({
    name,
    isRemoved: rest.includes('tools:node="remove"'),
  }));

/** The texts of a plist's keys that have one. @param {string} plist */
const textsIn = (plist) =>
  Object.fromEntries(
    [...plist.matchAll(/<key>([^<]+)<\/key>\s*<string>([^<]*)<\/string>/g)].map(([, key, text]) => [
      key,
      text,
    ]),
  );

/** The strings of a plist's list. @param {string} plist @param {string} key */
const listIn = (plist, key) =>
  [
    ...(new RegExp(`<key>${key}</key>\\s*<array>([^]*?)</array>`).exec(plist)?.[1] ?? '').matchAll(
      /<string>([^<]*)<\/string>/g,
    ),
  ].map(([, text]) => text);

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
  for (const path of ['package.json', 'plugins', 'assets', 'store'])
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

  test('asks for what store/android-permissions.txt explains, with its libraries, and for nothing else', async () => {
    const own = permissionsIn(await made.read('android/app/src/main/AndroidManifest.xml'));
    const removed = new Set(own.filter(({ isRemoved }) => isRemoved).map(({ name }) => name));
    expect(LIBRARIES.length).toBeGreaterThan(15);
    const manifests = await Promise.all(LIBRARIES.map((path) => readFile(join(root, path), 'utf8')));
    const asked = [...own, ...manifests.flatMap(permissionsIn)].map(({ name }) => name);
    const explained = (await readFile(join(mobile, 'store', 'android-permissions.txt'), 'utf8'))
      .split('\n# From libraries')[0]
      ?.matchAll(/^([\w.]+) +\S/gm);
    expect([...new Set(asked.filter((name) => !removed.has(name)))].sort()).toEqual(
      [...(explained ?? [])].map(([, name]) => name).sort(),
    );
  });

  test('lets nothing of it into a backup, nor onto another phone', async () => {
    const manifest = await made.read('android/app/src/main/AndroidManifest.xml');
    expect(manifest).toContain('android:allowBackup="false"');
    expect(manifest).toContain('android:dataExtractionRules="@xml/data_extraction_rules"');
    const rules = await made.read('android/app/src/main/res/xml/data_extraction_rules.xml');
    for (const way of ['cloud-backup', 'device-transfer'])
      expect(rules).toMatch(new RegExp(`<${way}>\\s*(<exclude domain="\\w+" path="."/>\\s*){5}</${way}>`));
  });

  test('speaks to the office’s server by its pins alone, and never in clear text', async () => {
    const manifest = await made.read('android/app/src/main/AndroidManifest.xml');
    expect(manifest).toContain('android:networkSecurityConfig="@xml/network_security_config"');
    const policy = await made.read('android/app/src/main/res/xml/network_security_config.xml');
    expect(policy).toContain('<base-config cleartextTrafficPermitted="false"/>');
    for (const pin of PINS[0]?.sha256 ?? []) expect(policy).toContain(`<pin digest="SHA-256">${pin}</pin>`);
    // The bundler of whoever works on it speaks no https, and only a debug build speaks to it.
    const ofDebug = await made.read('android/app/src/debug/res/xml/network_security_config.xml');
    expect(ofDebug).toContain('<base-config cleartextTrafficPermitted="true"/>');
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

  test('says why it asks, in English and Spanish, and asks for nothing else', async () => {
    const english = textsIn(await made.read('ios/WellPulse/Info.plist'));
    const asked = Object.keys(english).filter((key) => key.endsWith('UsageDescription'));
    const { ios: spanish } = JSON.parse(await readFile(join(mobile, 'store', 'es.json'), 'utf8'));
    expect(asked.sort()).toEqual(Object.keys(spanish).sort());
    const strings = await made.read('ios/WellPulse/Supporting/es.lproj/InfoPlist.strings');
    for (const key of asked) {
      expect(english[key]).toMatch(/^WellPulse .{40,}\.$/);
      expect(strings).toContain(`${key} = "${spanish[key]}";`);
    }
  });

  test('works in the background to sync, and gets no messages from Apple’s servers', async () => {
    const plist = await made.read('ios/WellPulse/Info.plist');
    expect(listIn(plist, 'UIBackgroundModes')).toEqual(['processing']);
    expect(listIn(plist, 'BGTaskSchedulerPermittedIdentifiers')).toHaveLength(1);
    expect(await made.read('ios/WellPulse/WellPulse.entitlements')).not.toContain('aps-environment');
  });

  test('pins the office’s server', async () => {
    const plist = await made.read('ios/WellPulse/Info.plist');
    expect(plist).toMatch(/<key>NSAllowsArbitraryLoads<\/key>\s*<false\/>/);
    expect(plist).not.toContain('NSAllowsLocalNetworking');
    expect(plist).toMatch(/<key>NSPinnedDomains<\/key>\s*<dict>\s*<key>wells\.example\.com<\/key>/);
    for (const pin of PINS[0]?.sha256 ?? []) expect(plist).toContain(`<string>${pin}</string>`);
  });

  test('tells Apple of each interface that its libraries give a reason for, and tracks nobody', async () => {
    const own = await made.read('ios/WellPulse/PrivacyInfo.xcprivacy');
    expect(own).toMatch(/<key>NSPrivacyTracking<\/key>\s*<false\/>/);
    const manifests = globSync(
      'node_modules/{expo-*/ios,react-native/{React,ReactCommon}/**,@react-native-async-storage/*/ios}/PrivacyInfo.xcprivacy',
      { cwd: root },
    );
    expect(manifests.length).toBeGreaterThan(5);
    const given = await Promise.all(manifests.map((path) => readFile(join(root, path), 'utf8')));
    const reasons = given.flatMap((text) => text.match(/\b[0-9A-F]{4}\.1\b/g) ?? []);
    expect([...new Set(reasons)].filter((reason) => !own.includes(reason))).toEqual([]);
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

test('the script for an emulator waits for words that the lock screen has', async () => {
  const script = await readFile(join(mobile, 'store', 'on-emulator.sh'), 'utf8');
  expect(script).toContain(`box='${createWords('en').fieldWords.server}'`);
});
