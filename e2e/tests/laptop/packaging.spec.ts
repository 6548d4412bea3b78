/** What the installers wrap: the app with the one native part that it needs, locked as the configuration says. */
import { packApp, packedText } from '../../../scripts/lib/desktop/pack-app.mjs';
import { DEEP, expect, test } from '../../support/test.ts';

const MOST_BYTES = 15_000_000;

test(
  'the packed app is small, holds one native part and no sources, and its fuses are set',
  DEEP,
  async () => {
    const packed = await packApp(test.info().outputDir);
    expect(packed.asarBytes + packed.unpackedBytes).toBeLessThan(MOST_BYTES);
    expect(packed.native).toEqual(['node_modules/better-sqlite3-multiple-ciphers/prebuilds/linux-x64.node']);
    expect(packed.files).toEqual(expect.arrayContaining(['/out/main/index.js', '/out/renderer/index.html']));
    expect(
      packed.files.filter((path) => /\.(tsx?|map)$|node_modules\/(react|electron)\//.test(path)),
    ).toEqual([]);
    expect(packedText(packed, 'package.json')).toContain('"main": "out/main/index.js"');
    expect(packed.fuses).toMatchObject({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      GrantFileProtocolExtraPrivileges: false,
    });
  },
);
