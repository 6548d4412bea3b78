import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../paths.mjs';

/**
 * What stays outside of the bundle: packages with parts that are no JavaScript, and those that keep their state in the
 * language itself. Also those that Nest asks for only if they are there.
 */
const EXTERNAL = [
  'reflect-metadata',
  'sharp',
  '@node-rs/argon2',
  'swagger-ui-dist',
  'pg-native',
  '@nestjs/microservices',
  '@nestjs/websockets',
  'class-transformer',
  'class-validator',
];

/** What CommonJS packages expect to be there. */
const BANNER = [
  "import { createRequire as createRequireOfBundle } from 'node:module';",
  'const require = createRequireOfBundle(import.meta.url);',
  'const __filename = import.meta.filename;',
  'const __dirname = import.meta.dirname;',
].join('\n');

/**
 * Bundles the programs of a workspace, each with its packages into one file of its `dist`. Packages have no build of their own (ADR 2). Thousands of files are found
 * and read in two seconds, one file in half a second: that counts for each command at the terminal.
 *
 * @param {string} workspace such as `apps/api`
 * @param {string[]} programs their sources, from there
 * @returns {Promise<void>}
 */
export async function bundle(workspace, programs) {
  await build({
    absWorkingDir: join(root, workspace),
    entryPoints: programs,
    outdir: 'dist',
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    external: EXTERNAL.flatMap((name) => [name, `${name}/*`]),
    banner: { js: BANNER },
    sourcemap: true,
    sourcesContent: false,
    logLevel: 'warning',
  });
}
