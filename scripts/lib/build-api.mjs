import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';

/**
 * What stays outside of the bundle: packages with parts that are no JavaScript, what keeps its state in the language
 * itself, and what Nest asks for only if it is there.
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
 * Bundles the API and its command-line tool, each with its packages into one file. Thousands of files are found and read
 * in two seconds, one file in half a second: that counts for each command at the terminal.
 *
 * @returns {Promise<void>}
 */
export async function buildApi() {
  await build({
    absWorkingDir: join(root, 'apps', 'api'),
    entryPoints: ['src/main.ts', 'src/cli.ts'],
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
