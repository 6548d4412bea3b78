import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { answerOf } from './answer.mjs';
import { runMain } from '../fail.mjs';
import { ensureInstalled, STACK } from '../install/install.mjs';
import { root } from '../paths.mjs';
import { runInTurn } from '../run.mjs';

/**
 * Answers a line for a program of commander, or installs and builds what is missing and runs the program.
 *
 * @param {{ name: string, workspace: string, build: string, file: string }} program `build` as scripts/build.mjs names it
 */
export async function runOrAnswer({ name, workspace, build, file }) {
  await runMain(async () => {
    const words = process.argv.slice(2);
    const answer = answerOf(await readCommands(workspace), name, words);
    if (answer !== undefined) {
      process[answer.code === 0 ? 'stdout' : 'stderr'].write(answer.text);
      return answer.code;
    }
    await ensureInstalled(STACK);
    return runInTurn(['scripts/build.mjs', build], [file, ...words]);
  });
}

/**
 * @param {string} workspace
 * @returns {Promise<import('./answer.mjs').ListedCommand>}
 */
async function readCommands(workspace) {
  return JSON.parse(await readFile(join(root, workspace, 'commands.json'), 'utf8'));
}
