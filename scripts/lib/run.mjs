import { spawn } from 'node:child_process';
import { root, stackEnvironment, stackNode } from './paths.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const WATCH_MS = 500;

/**
 * Runs a program of ours under the stack's Node in the foreground, and ends when it does. Signals are passed on to it.
 * It is asked to end when npm, which started this script, is killed; and it learns from its IPC channel when this script
 * is.
 *
 * @param {readonly string[]} args the program's file and its arguments
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} its exit code
 */
export function runInForeground(args, options = {}) {
  const child = spawn(stackNode, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? stackEnvironment(),
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  /** @param {NodeJS.Signals} signal */
  const passOn = (signal) => void child.kill(signal);
  for (const signal of SIGNALS) process.on(signal, passOn);

  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.env['npm_lifecycle_event'] !== undefined && process.ppid !== parent) passOn('SIGTERM');
  }, WATCH_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      clearInterval(watch);
      for (const signal of SIGNALS) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a program and collects what it prints.
 *
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, echo?: boolean }} [options] `echo` prints it at once as well
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runAndCollect(file, args, options = {}) {
  const child = spawn(file, args, {
    cwd: options.cwd ?? root,
    env: options.env ?? stackEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const [stream, target] of /** @type {const} */ ([
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ])) {
    stream.setEncoding('utf8');
    stream.on('data', (text) => {
      output += text;
      if (options.echo) target.write(text);
    });
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => resolve({ code: code ?? 1, output }));
  });
}
