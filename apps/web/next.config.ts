import type { NextConfig } from 'next';
import { existsSync } from 'node:fs';

// Nothing is reported to anybody, neither from a build nor from a running server.
process.env.NEXT_TELEMETRY_DISABLED = '1';

/** What holds for every answer. The content security policy differs for each page: `src/proxy.ts` sets it. */
const securityHeaders = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  agentRules: false,
  transpilePackages: [
    '@wellpulse/api-client',
    '@wellpulse/contracts',
    '@wellpulse/domain',
    '@wellpulse/forms',
    '@wellpulse/http-server',
    '@wellpulse/offline',
    '@wellpulse/tokens',
    '@wellpulse/ui',
    '@wellpulse/words',
  ],
  // Types are checked by `npm test` for all workspaces at once; the first start need not wait for it again.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // A copy that is built once, as most are, need not write 130 MB for a next build. It is the second build that keeps them.
    turbopackFileSystemCacheForBuild: existsSync('.next/BUILD_ID'),
    // Traces of ours lead to our sources without it; those of libraries lead to what npm holds.
    turbopackInputSourceMaps: false,
  },
  headers: () => Promise.resolve([{ source: '/:path*', headers: securityHeaders }]),
};

export default config;
