import { setTimeout as delay } from 'node:timers/promises';
import { assertPortFree, EmbeddedError } from '@wellpulse/embedded';
import type { PortUse } from '../settings.ts';

const POLL_MS = 100;

/** Ports that the stack needs are taken; the message has one line for each. */
export class PortsTakenError extends Error {
  override readonly name = 'PortsTakenError';

  constructor(messages: readonly string[]) {
    super(messages.join('\n'));
  }
}

/**
 * Asserts that all ports are free.
 *
 * @param patienceMs how long to wait for them. The parts of a killed run may need this time to notice that they are alone.
 * @throws PortsTakenError
 */
export async function checkPorts(uses: readonly PortUse[], patienceMs: number): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const taken = (await Promise.all(uses.map(problem))).filter((message) => message !== undefined);
    if (taken.length === 0) return;
    if (performance.now() > deadline) throw new PortsTakenError(taken);
    await delay(POLL_MS);
  }
}

async function problem({ port, setting, what }: PortUse): Promise<string | undefined> {
  try {
    await assertPortFree(port, setting, what);
    return undefined;
  } catch (error) {
    if (error instanceof EmbeddedError) return error.message;
    throw error;
  }
}
