import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

const NOTHING_ELSE = { mapTileUrl: null, blobOrigin: null };

describe('the content security policy', () => {
  it('lets no script run that lacks the nonce, and none evaluate text', () => {
    const policy = contentSecurityPolicy('abc', NOTHING_ELSE, false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
  });

  it('names the origin of map tiles, with a wildcard for their servers', () => {
    const policy = contentSecurityPolicy(
      'abc',
      { ...NOTHING_ELSE, mapTileUrl: 'https://{s}.tiles.example/{z}/{x}/{y}.png' },
      false,
    );
    expect(policy).toContain("img-src 'self' data: blob: https://*.tiles.example;");
    expect(policy).toContain("connect-src 'self' https://*.tiles.example;");
  });

  it('lets photos be loaded from the blob storage and put there, and nothing be run from it', () => {
    const blobOrigin = 'https://field.blob.core.windows.net';
    const policy = contentSecurityPolicy('abc', { ...NOTHING_ELSE, blobOrigin }, false);
    expect(policy).toContain(`img-src 'self' data: blob: ${blobOrigin};`);
    expect(policy).toContain(`connect-src 'self' ${blobOrigin};`);
    expect(policy.match(/field\.blob/g)).toHaveLength(2);
  });
});
