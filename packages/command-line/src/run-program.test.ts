import { Command } from 'commander';
import { expect, test } from 'vitest';
import { runProgram } from './run-program.ts';

async function run(...args: string[]) {
  let said = '';
  const hear = (text: string) => void (said += text);
  const program = new Command('gauge').requiredOption('--tank <name>', 'which tank');
  program
    .command('read')
    .argument('[level]')
    .requiredOption('--bbl <volume>', 'oil in barrels')
    .action(() => hear('read'));
  const code = await runProgram(program, args, { terminal: { out: hear, error: hear } });
  return { code, said };
}

test.each([
  { args: ['--bogus'], wrong: "unknown option '--bogus'", of: 'gauge' },
  { args: ['--bogus', 'read'], wrong: "unknown option '--bogus'", of: 'gauge' },
  { args: ['read', '--barrels', '42.5'], wrong: "unknown option '--barrels'", of: 'gauge read' },
  { args: ['raed'], wrong: "unknown command 'raed' (Did you mean read?)", of: 'gauge' },
  {
    args: ['read', '--bbl', '42.5'],
    wrong: "required option '--tank <name>' not specified",
    of: 'gauge read',
  },
  {
    args: ['--tank', 'A', 'read'],
    wrong: "required option '--bbl <volume>' not specified",
    of: 'gauge read',
  },
])('$args: what is wrong is told before what is missing', async ({ args, wrong, of }) => {
  expect(await run(...args)).toEqual({ code: 2, said: `${wrong}: "${of} --help" says what there is.\n` });
});

test('a line that lacks nothing runs', async () => {
  expect(await run('--tank', 'A', 'read', '--bbl', '42.5')).toEqual({ code: 0, said: 'read' });
});
