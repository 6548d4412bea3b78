/** Every command that can be typed says what it understands, and the lines of the documents are understood. */
import { cp, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runProgram } from '../packages/command-line/src/run-program.ts';
import { answerOf } from './lib/commander/answer.mjs';
import { root, stackNode } from './lib/paths.mjs';
import { runAndCollect } from './lib/run.mjs';

/** @typedef {import('../packages/command-line/src/index.ts').Command} Command */

const { scripts } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
/** Their words are those of a tool from npm. */
const TOOLS = ['lint', 'boundaries', 'format'];
const files = Object.entries(scripts)
  .filter(([name]) => !TOOLS.includes(name))
  .map(([, line]) => line.split(' ')[1]);

/** A fresh clone, as Node 20 sees it: nothing is installed or built, and nothing but JavaScript can be read. */
const clone = await mkdtemp(join(tmpdir(), 'wellpulse-clone-'));
beforeAll(async () => {
  for (const path of ['scripts', 'packages', 'apps', 'bench', 'package.json', 'package-lock.json'])
    await cp(join(root, path), join(clone, path), {
      recursive: true,
      filter: (from) => !/\/(node_modules|dist|\.next)$|\.tsx?$/.test(from),
    });
});
afterAll(() => rm(clone, { recursive: true }));

/** @param {readonly string[]} args */
const runInClone = (...args) => runAndCollect(stackNode, args, { cwd: clone, env: { PATH: clone } });

describe.each([...new Set([...files, 'scripts/build.mjs', 'scripts/mutants.mjs'])])('%s', (file) => {
  test('answers --help with usage, options and an example', async () => {
    const { code, output } = await runInClone(file, '--help');
    expect(output).toMatch(/^Usage: .+\n\n.+\n\nOptions:\n[^]+\n\nExample:\n {2}.+\n$/);
    expect(code).toBe(0);
  });

  test('answers an option that it does not know with one sentence', async () => {
    const { code, output } = await runInClone(file, '--nonsense');
    expect(output).toMatch(/^[Uu]nknown option '--nonsense': "[^"]+ --help" says what there is\.\n$/);
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
  { name: 'wellpulse', workspace: 'apps/api', make: wellpulseProgram },
  { name: 'wellpulse-device', workspace: 'apps/device', make: deviceProgram },
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

describe.each(programs)('$name', async ({ name, workspace, make }) => {
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
  /**
   * What `commands.json` says of a command.
   *
   * @param {Command} command
   * @returns {Promise<import('./lib/commander/answer.mjs').ListedCommand>}
   */
  const listed = async (command) => {
    const { output } = await run([...wordsOf(command), '--help']);
    const options = command.options.flatMap(({ short, long, required, optional }) =>
      [short, long].flatMap((flag) => (flag === undefined ? [] : [[flag, required || optional]])),
    );
    const commands = [];
    for (const subcommand of command.commands) commands.push([subcommand.name(), await listed(subcommand)]);
    return {
      help: output.trimEnd().split('\n'),
      options: Object.fromEntries(options),
      commands: Object.fromEntries(commands),
    };
  };
  const list = JSON.parse(await readFile(join(root, workspace, 'commands.json'), 'utf8').catch(() => '{}'));

  test('its commands.json lists what it understands; "vitest run --project unit scripts/commands -u" writes it', async () => {
    const text = `${JSON.stringify(await listed(make()), null, 2)}\n`;
    await expect(text).toMatchFileSnapshot(join(root, workspace, 'commands.json'));
  });

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

  const groups = commandsOf(make()).filter((command) => !isLeaf(command));
  test.each([
    '--nonsense',
    'nonsense',
    ...groups.map((command) => wordsOf(command).join(' ')),
    ...leaves.flatMap(({ command }) => [
      `${command} --help`,
      `${command} --nonsense`,
      `help ${command}`,
      `${command}s`,
    ]),
  ])('answers before anything is installed as the program does: %s', async (line = '') => {
    const { code, output } = await run(split(line));
    expect(answerOf(list, name, split(line))).toEqual({ code, text: output });
  });

  test.each(examples)('understands: %s', async (line) => {
    expect(await run(split(line))).toEqual({ code: 0, output: '' });
    expect(answerOf(list, name, split(line))).toBeUndefined();
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
