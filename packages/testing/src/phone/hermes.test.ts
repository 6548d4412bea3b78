/** The packages of phones, lowered to ECMAScript 5, in a virtual machine of Hermes: they load, and answer what Node answers. */
import { build } from 'esbuild';
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isDeep } from '../depth.ts';
import { phoneAnswers } from './answers.ts';

const fileBeside = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const FOLDER_OF: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'linux64-bin/hermes',
  darwin: 'osx-bin/hermes',
  win32: 'win64-bin/hermes.exe',
};
const program = FOLDER_OF[process.platform];
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** One file of everything, in the language of 2009: this Hermes has no classes and no block scopes. */
async function lowered(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import './hermes-host.ts';\nimport { phoneAnswers } from './answers.ts';\nprint(JSON.stringify(phoneAnswers()));`,
      resolveDir: fileBeside('.'),
    },
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    // React asks for it.
    define: { 'process.env.NODE_ENV': '"production"' },
    target: 'es2020',
  });
  const { options } = ts.convertCompilerOptionsFromJson(
    { target: 'ES5', downlevelIteration: true, ignoreDeprecations: '6.0', removeComments: true },
    '',
  );
  const { outputText } = ts.transpileModule(outputFiles[0]?.text ?? '', { compilerOptions: options });
  return outputText;
}

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wellpulse-hermes-'));
});
afterAll(() => rm(folder, { recursive: true }));

test.skipIf(!isDeep || program === undefined)(
  'Hermes loads what phones run, and answers as Node does',
  async () => {
    const bundle = join(folder, 'phone.js');
    await writeFile(bundle, await lowered());
    const installed = dirname(createRequire(import.meta.url).resolve('hermes-engine-cli/package.json'));
    const { stdout } = await promisify(execFile)(join(installed, program ?? ''), ['-w', bundle]);
    expect(JSON.parse(stdout)).toEqual(asJson(phoneAnswers()));
  },
);
