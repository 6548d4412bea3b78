import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

describe('the content security policy', () => {
  it('lets no script run that lacks the nonce, and none evaluate text', () => {
    const policy = contentSecurityPolicy('abc', null, false);
    expect(policy).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(policy).not.toContain('unsafe-eval');
  });

  it('names the origin of map tiles, with a wildcard for their servers', () => {
    const policy = contentSecurityPolicy('abc', 'https://{s}.tiles.example/{z}/{x}/{y}.png', false);
    expect(policy).toContain("img-src 'self' data: blob: https://*.tiles.example;");
    expect(policy).toContain("connect-src 'self' https://*.tiles.example;");
  });
});
