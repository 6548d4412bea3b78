import { spawn } from 'node:child_process';
import { root, stackEnvironment, stackNode } from './paths.mjs';
import { isAlive, starters } from './starters.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const WATCH_MS = 100;

let interrupted = false;

/** Whether this script was asked to end while a program of its ran. */
export function wasInterrupted() {
  return interrupted;
}

/**
 * Runs programs of this project under the stack's Node in the foreground, one after the other until one fails. Each
 * learns from its IPC channel when this script is killed.
 *
 * @param {(readonly string[])[]} programs the file and arguments of each
 * @returns {Promise<number>} the exit code of the last that ran
 */
export async function runInTurn(...programs) {
  const options = { cwd: root, env: stackEnvironment() };
  let code = 0;
  for (const args of programs) {
    if (code !== 0 || interrupted) break;
    code = await ending(
      spawn(stackNode, args, { ...options, stdio: ['inherit', 'inherit', 'inherit', 'ipc'] }),
    );
  }
  return code;
}

/**
 * Runs a program and collects what it prints.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, write?: (text: string) => void }} [options] `write` takes
 *   it at once as well
 * @returns {Promise<{ code: number, output: string }>}
 */
export async function runAndCollect(
  file,
  args,
  { cwd = root, env = stackEnvironment(), write = () => undefined } = {},
) {
  const child = spawn(file, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
      write(text);
    });
  }
  const code = await ending(child);
  return { code, output };
}

/**
 * Waits until a program has ended. Meanwhile signals are passed on to it. It is asked to end when npm, which started this
 * script, is killed.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number>} its exit code
 */
function ending(child) {
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => {
    interrupted = true;
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, passOn);
  const watch = setInterval(() => {
    if (!starters.every(isAlive)) passOn('SIGTERM');
  }, WATCH_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}
