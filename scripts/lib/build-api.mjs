import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';

/**
 * Bundles the API and its command-line tool. Packages from npm stay outside; those of this project are TypeScript and go
 * in.
 *
 * @type {import('esbuild').Plugin}
 */
const inlineWorkspaces = {
  name: 'inline-workspaces',
  setup: ({ onResolve }) => {
    onResolve({ filter: /^@wellpulse\// }, ({ path }) => ({
      path: fileURLToPath(import.meta.resolve(path)),
    }));
  },
};

/** @returns {Promise<void>} */
export async function buildApi() {
  const api = join(root, 'apps', 'api');
  await build({
    absWorkingDir: api,
    entryPoints: ['src/main.ts', 'src/cli.ts'],
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [inlineWorkspaces],
  });
}
