/**
 * Takes away what libraries ask for and the app does not use: a key for messages that come by Apple's servers, and fetching by iOS's older
 * way. Nothing of the app moves to another phone, not even from cable to cable: the key of its data stays in this one's keystore (ADR 108).
 *
 * It stands first in `app.json`: what stands first has the last word.
 */
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const {
  AndroidConfig,
  withAndroidManifest,
  withDangerousMod,
  withEntitlementsPlist,
  withInfoPlist,
} = require('expo/config-plugins');

const DOMAINS = ['root', 'file', 'database', 'sharedpref', 'external'];
const EVERYTHING = DOMAINS.map((domain) => `    <exclude domain="${domain}" path="."/>`).join('\n');

/** `allowBackup` keeps the data out of backups. From Android 12 on a transfer to another phone needs a word of its own. */
const EXTRACTION_RULES = `<?xml version="1.0" encoding="utf-8"?>
<data-extraction-rules>
  <cloud-backup>
${EVERYTHING}
  </cloud-backup>
  <device-transfer>
${EVERYTHING}
  </device-transfer>
</data-extraction-rules>
`;

module.exports = function withNoMore(config) {
  const withFile = withDangerousMod(config, [
    'android',
    (given) => {
      const folder = join(given.modRequest.platformProjectRoot, 'app/src/main/res/xml');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'data_extraction_rules.xml'), EXTRACTION_RULES);
      return given;
    },
  ]);
  const withManifest = withAndroidManifest(withFile, (given) => {
    const { $: attributes } = AndroidConfig.Manifest.getMainApplicationOrThrow(given.modResults);
    attributes['android:dataExtractionRules'] = '@xml/data_extraction_rules';
    return given;
  });
  const withEntitlements = withEntitlementsPlist(withManifest, (given) => {
    delete given.modResults['aps-environment'];
    return given;
  });
  return withInfoPlist(withEntitlements, (given) => {
    given.modResults.UIBackgroundModes = ['processing'];
    return given;
  });
};
