/**
 * Pins the certificates of the office's server: Android by a network security configuration, iOS by `NSPinnedDomains`. Neither needs a
 * library, and the system itself refuses a connection that has none of the pins.
 *
 * The pins stand in `app.json`, `extra.pins`: `[{ "host": "wells.example.com", "sha256": ["…", "…"] }]`. A host needs two at least: with one
 * alone, a new certificate would lock out every phone.
 *
 * A build for development gets its code from a bundler in the same network, without https: Android's debug build may, and an iOS build that is
 * made with `ALLOW_LOCAL_NETWORK=1` (eas.json).
 */
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const {
  AndroidConfig,
  withAndroidManifest,
  withDangerousMod,
  withInfoPlist,
} = require('expo/config-plugins');

const SHA256 = /^[A-Za-z0-9+/]{43}=$/;
const HOST = /^[a-z0-9.-]+$/;

/** @param {{ host: string, sha256: string[] }[]} pins */
function requireGood(pins) {
  for (const { host, sha256 } of pins) {
    if (!HOST.test(host)) throw new Error(`"${host}" is no host that can be pinned`);
    if (!sha256.every((pin) => SHA256.test(pin))) throw new Error(`A pin of ${host} is no SHA-256 in base64`);
    if (new Set(sha256).size < 2)
      throw new Error(`${host} needs a second pin: that of a key kept in reserve`);
  }
}

const FOR_DEBUG = `<?xml version="1.0" encoding="utf-8"?>
<network-security-config>
  <base-config cleartextTrafficPermitted="true"/>
</network-security-config>
`;

const androidXml = (pins) => `<?xml version="1.0" encoding="utf-8"?>
<network-security-config>
  <base-config cleartextTrafficPermitted="false"/>
${pins
  .map(
    ({ host, sha256 }) => `  <domain-config>
    <domain includeSubdomains="false">${host}</domain>
    <pin-set>
${sha256.map((pin) => `      <pin digest="SHA-256">${pin}</pin>`).join('\n')}
    </pin-set>
  </domain-config>`,
  )
  .join('\n')}
</network-security-config>
`;

module.exports = function withPins(config) {
  const pins = config.extra?.pins ?? [];
  requireGood(pins);
  const withFile = withDangerousMod(config, [
    'android',
    (given) => {
      for (const [kind, xml] of [
        ['main', androidXml(pins)],
        ['debug', FOR_DEBUG],
      ]) {
        const folder = join(given.modRequest.platformProjectRoot, 'app/src', kind, 'res/xml');
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, 'network_security_config.xml'), xml);
      }
      return given;
    },
  ]);
  const withManifest = withAndroidManifest(withFile, (given) => {
    const { $: attributes } = AndroidConfig.Manifest.getMainApplicationOrThrow(given.modResults);
    attributes['android:networkSecurityConfig'] = '@xml/network_security_config';
    return given;
  });
  return withInfoPlist(withManifest, (given) => {
    given.modResults.NSAppTransportSecurity = {
      NSAllowsArbitraryLoads: false,
      ...(process.env.ALLOW_LOCAL_NETWORK === '1' ? { NSAllowsLocalNetworking: true } : {}),
      ...(pins.length === 0 ? {} : { NSPinnedDomains: Object.fromEntries(pins.map(pinnedDomain)) }),
    };
    return given;
  });
};

const pinnedDomain = ({ host, sha256 }) => [
  host,
  {
    NSIncludesSubdomains: false,
    NSPinnedLeafIdentities: sha256.map((pin) => ({ 'SPKI-SHA256-BASE64': pin })),
  },
];
