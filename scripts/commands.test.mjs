/** Every command that can be typed says what it understands, and the lines of the documents are understood. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runProgram } from '../packages/command-line/src/run-program.ts';
import { root, stackNode } from './lib/paths.mjs';
import { runAndCollect } from './lib/run.mjs';

/** @typedef {import('../packages/command-line/src/index.ts').Command} Command */

const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/** Those whose words are those of a program below, and those of a tool from npm. */
const PASSED_ON = ['wellpulse', 'wellpulse-device', 'lint', 'boundaries', 'format'];
const files = Object.entries(scripts)
  .filter(([name]) => !PASSED_ON.includes(name))
  .map(([, line]) => line.split(' ')[1]);

describe.each([...new Set([...files, 'scripts/build.mjs', 'scripts/mutants.mjs'])])('%s', (file) => {
  test('answers --help with usage, options and an example', async () => {
    const { code, output } = await runAndCollect(stackNode, [file, '--help']);
    expect(output).toMatch(/^Usage: .+\n\n.+\n\nOptions:\n[^]+\n\nExample:\n {2}.+\n$/);
    expect(code).toBe(0);
  });

  test('answers an option that it does not know with one sentence', async () => {
    const { code, output } = await runAndCollect(stackNode, [file, '--nonsense']);
    expect(output).toMatch(/^Unknown option '--nonsense': "[^"]+ --help" says what there is\.\n$/);
    expect(code).toBe(2);
  });
});

/**
 * The compiler is kept from following the path: it would check the whole API a second time, by the rules for scripts.
 *
 * @param {string} path
 * @returns {Promise<Record<string, () => Command>>}
 */
const load = (path) => import(join(root, path));
const { wellpulseProgram } = await load('apps/api/src/cli-program.ts');
const { deviceProgram } = await load('apps/device/src/program.ts');
if (wellpulseProgram === undefined || deviceProgram === undefined) throw new Error('A program is missing');

const programs = [
  { name: 'wellpulse', make: wellpulseProgram },
  { name: 'wellpulse-device', make: deviceProgram },
];
const documents = await Promise.all(
  [
    'README.md',
    ...(await readdir(join(root, 'docs'))).map((file) => join('docs', file)),
    ...(await readdir(join(root, 'apps'))).map((app) => join('apps', app, 'README.md')),
  ]
    .filter((path) => path.endsWith('.md'))
    .map((path) => readFile(join(root, path), 'utf8')),
);

describe.each(programs)('$name', ({ name, make }) => {
  /**
   * Runs a line of words; what it would do is left out.
   *
   * @param {readonly string[]} words
   */
  const run = async (words) => {
    let output = '';
    const collect = (/** @type {string} */ text) => void (output += text);
    const program = make();
    for (const command of commandsOf(program)) if (isLeaf(command)) command.action(() => undefined);
    const code = await runProgram(program, words, { terminal: { out: collect, error: collect } });
    return { code, output };
  };
  const leaves = commandsOf(make())
    .filter(isLeaf)
    .map((command) => ({ words: wordsOf(command), command: wordsOf(command).join(' ') }));
  const examples = documents
    .flatMap((text) => [...text.matchAll(new RegExp(`npm run ${name} -- ([^\`\\n|]+)`, 'g'))])
    .map(([, line = '']) => line.trim());

  test.each(leaves)('$command: its help has usage, options and an example that works', async ({ words }) => {
    const { code, output } = await run([...words, '--help']);
    expect(output).toMatch(/^Usage: [^]+\nOptions:\n[^]+\nExample:\n {2}npm run/);
    expect(code).toBe(0);

    const [, line = ''] = new RegExp(`^ {2}npm run ${name} -- (.+)$`, 'm').exec(output) ?? [];
    expect(await run(split(line))).toEqual({ code: 0, output: '' });

    const unknown = await run([...split(line), '--nonsense']);
    expect(unknown.output).toMatch(
      /^unknown option '--nonsense': "wellpulse[^"]+ --help" says what there is\.\n$/,
    );
    expect(unknown.code).toBe(2);
  });

  test.each(examples)('understands: %s', async (line) => {
    expect(await run(split(line))).toEqual({ code: 0, output: '' });
  });
});

/**
 * @param {Command} command
 * @returns {Command[]}
 */
function commandsOf(command) {
  return [command, ...command.commands.flatMap((subcommand) => commandsOf(subcommand))];
}

/** @param {Command} command */
function isLeaf(command) {
  return command.commands.length === 0;
}

/**
 * The words that lead to a command.
 *
 * @param {Command} command
 * @returns {string[]}
 */
function wordsOf(command) {
  return command.parent === null ? [] : [...wordsOf(command.parent), command.name()];
}

/** @param {string} line as a shell would take it apart */
function split(line) {
  return (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replaceAll('"', ''));
}
