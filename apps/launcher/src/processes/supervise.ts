/**
 * Keeps a service running: if it ends without having been asked to, it is started again. The pause before that doubles with
 * each failure in a row.
 */
import { setTimeout as delay } from 'node:timers/promises';
import { describeExit, type ServerExit } from '@wellpulse/embedded';
import { capitalised } from './capitalised.ts';

/** A service that runs and does its work. */
export interface RunningService {
  readonly exited: Promise<ServerExit>;
  /** Ends it in order; may be called more than once. */
  stop(): Promise<void>;
  /** Ends it at once. */
  kill(): void;
}

/** A part of the stack. */
export interface Service {
  /** For messages, as in `the API`. */
  readonly name: string;
  /** Settles once the service does its work; rejects if it can't, or when `signal` says to give up. */
  start(signal: AbortSignal): Promise<RunningService>;
}

/** A service that is kept running. */
export interface SupervisedService {
  readonly name: string;
  stop(): Promise<void>;
  kill(): void;
}

/** What supervision needs from its surroundings. */
export interface Supervision {
  readonly say: (line: string) => void;
  /** Gives up starting; what runs goes on until it is stopped. */
  readonly signal: AbortSignal;
  /** Waits, and rejects when the signal says so. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<unknown>;
  /** Milliseconds of a clock that only goes forward. */
  readonly now?: () => number;
}

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 10_000;
/** After running for so long, a failure isn't in a row with the one before. */
const STEADY_MS = 60_000;

/**
 * Starts a service and keeps it running until it is stopped. Rejects if the very first start fails: then something is
 * set up wrongly, and trying again would only hide it.
 */
export async function supervise(service: Service, surroundings: Supervision): Promise<SupervisedService> {
  const { say, pause = wait, now = () => performance.now() } = surroundings;
  const stopping = new AbortController();
  const over = AbortSignal.any([surroundings.signal, stopping.signal]);
  const isOver = (): boolean => over.aborted;
  let running: RunningService | undefined = await service.start(over);

  const keepRunning = async (): Promise<void> => {
    let pauseMs = FIRST_PAUSE_MS;
    let startedAt = now();
    for (;;) {
      const reason =
        running === undefined
          ? 'could not be started'
          : `ended unexpectedly (${describeExit(await running.exited)})`;
      running = undefined;
      if (isOver()) return;
      if (now() - startedAt > STEADY_MS) pauseMs = FIRST_PAUSE_MS;
      say(`${capitalised(service.name)} ${reason}; starting it again in ${String(pauseMs / 1000)} s`);
      await pause(pauseMs, over);
      pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS);
      startedAt = now();
      running = await service.start(over).catch((error: unknown) => {
        if (!isOver()) say(messageOf(error));
        return undefined;
      });
      if (isOver()) return running?.stop();
      if (running !== undefined) say(`${capitalised(service.name)} is back`);
    }
  };
  const ended = keepRunning().catch((error: unknown) => {
    if (!isOver()) throw error;
  });

  return {
    name: service.name,
    stop: async () => {
      stopping.abort();
      await running?.stop();
      await ended;
    },
    kill: () => running?.kill(),
  };
}

function wait(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return delay(milliseconds, undefined, { signal });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
