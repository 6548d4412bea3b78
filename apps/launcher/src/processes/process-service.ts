import { fork, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, exitOf, type ServerExit } from '@wellpulse/embedded';
import { capitalised } from './capitalised.ts';
import { logTail } from '../data-folder/log-file.ts';
import type { RunningService, Service } from './supervise.ts';

/** A Node program that serves HTTP. */
export interface Program {
  /** For messages, as in `the API`. */
  readonly name: string;
  /** The JavaScript file to run. */
  readonly file: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly logFile: string;
  /** Answers with a status below 400 once the program serves. */
  readonly servesUrl: string;
}

/** A program ended instead of starting; the message has the end of its log. */
export class ProgramStartError extends Error {
  override readonly name = 'ProgramStartError';
}

const POLL_MS = 50;
const ANSWER_MS = 5_000;
const STOP_MS = 15_000;

/** A program as a part of the stack. */
export function processService(program: Program): Service {
  return { name: program.name, start: (signal) => start(program, signal) };
}

async function start(program: Program, signal: AbortSignal): Promise<RunningService> {
  signal.throwIfAborted();
  const child = await spawnProgram(program);
  const exited = exitOf(child);
  const service: RunningService = {
    exited,
    stop: () => stop(child, exited),
    kill: () => child.kill('SIGKILL'),
  };
  const gone = new AbortController();
  void exited.then(() => {
    gone.abort();
  });
  if (await answers(program.servesUrl, AbortSignal.any([signal, gone.signal]))) return service;

  if (signal.aborted) await service.stop();
  signal.throwIfAborted();
  throw new ProgramStartError(
    `${capitalised(program.name)} did not start (${describeExit(await exited)}). ` +
      `The end of ${program.logFile}:\n${await logTail(program.logFile)}`,
  );
}

async function spawnProgram(program: Program): Promise<ChildProcess> {
  const log = await open(program.logFile, 'a');
  try {
    return fork(program.file, program.args, {
      cwd: program.cwd,
      env: program.env,
      execArgv: ['--enable-source-maps', '--import', new URL('./end-with-parent.ts', import.meta.url).href],
      // Its own process group: Ctrl-C must reach the launcher alone, which stops the parts in order.
      detached: process.platform !== 'win32',
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
    });
  } finally {
    await log.close();
  }
}

/** Asks until the URL answers well; false if the signal says to give up. */
async function answers(url: string, signal: AbortSignal): Promise<boolean> {
  while (!signal.aborted) {
    try {
      const response = await fetch(url, {
        redirect: 'manual',
        signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
      });
      await response.body?.cancel();
      if (response.status < 400) return true;
    } catch {
      // Not listening yet, or given up, which the loop asks.
    }
    await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
  }
  return false;
}

async function stop(child: ChildProcess, exited: Promise<ServerExit>): Promise<void> {
  if (child.connected) child.disconnect();
  const patience = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
  await exited;
  clearTimeout(patience);
}
