/**
 * Breaks the rules and the offline client in one place after the other, and runs the suites that must notice: `node
 * scripts/mutants.mjs [--all]`. With `--all` each suite is tried on each mutant, which tells what belongs in the list.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runCommand } from './lib/command.mjs';
import { MUTANTS } from './lib/mutants.mjs';
import { packageFile, root, stackEnvironment, stackNode } from './lib/paths.mjs';
import { runAndCollect, wasInterrupted } from './lib/run.mjs';

/** @typedef {import('./lib/mutants.mjs').Mutant} Mutant */

const SUITES = /** @type {const} */ (['domain', 'offline', 'simulation']);

const command = {
  name: 'node scripts/mutants.mjs',
  summary:
    'Breaks the rules and the offline client in one place after the other, and runs the suites that must notice.',
  options: {
    all: /** @type {const} */ ({ type: 'boolean', help: 'tries each suite on each mutant' }),
  },
  example: 'node scripts/mutants.mjs --all',
};

/**
 * Whether the unit tests of a package fail on a mutant.
 *
 * @param {Mutant} mutant
 * @param {import('./lib/mutants.mjs').MutantSuite} suite
 */
async function kills({ file, from, to }, suite) {
  const args = [packageFile('vitest', 'vitest.mjs'), 'run', '--project', 'unit*', `packages/${suite}/`];
  const env = { ...stackEnvironment(), WELLPULSE_MUTANT: JSON.stringify({ file, from, to }) };
  const { code, output } = await runAndCollect(stackNode, [...args, '--bail', '1'], { env });
  // A suite that found no test, or could not start, has noticed nothing.
  const isNoticed = code !== 0 && /Tests .*\d+ failed/.test(stripVTControlCharacters(output));
  if (code !== 0 && !isNoticed) console.error(output);
  return isNoticed;
}

/** @param {Mutant} mutant */
const nameOf = ({ file, from, to }) => `${file}: ${from} -> ${to === '' ? '(dropped)' : to}`;

await runCommand(command, async ({ values }) => {
  const all = values['all'] === true;
  let survived = 0;
  for (const mutant of MUTANTS) {
    if (wasInterrupted()) break;
    const occurrences = (await readFile(join(root, mutant.file), 'utf8')).split(mutant.from).length - 1;
    if (occurrences !== 1) {
      survived += 1;
      console.log(`survived ${nameOf(mutant)}: is ${String(occurrences)} times in the file`);
      continue;
    }
    if (mutant.killedBy.length === 0) {
      survived += 1;
      console.log(`survived ${nameOf(mutant)}: no suite is known to notice it`);
    }
    for (const suite of all ? SUITES : mutant.killedBy) {
      const isKilled = await kills(mutant, suite);
      if (!isKilled) survived += 1;
      console.log(`${isKilled ? 'killed' : 'survived'} ${nameOf(mutant)} (${suite})`);
    }
  }
  return survived === 0 || all ? 0 : 1;
});
