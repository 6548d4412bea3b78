import { setTimeout as delay } from 'node:timers/promises';

const EVERY_MILLISECONDS = 20;
const AT_MOST_MILLISECONDS = 120_000;

/** Looks again and again until there is something other than null, and returns it; throws after two minutes. */
export async function until<Value>(
  what: string,
  look: () => Promise<Value | null> | Value | null,
): Promise<Value> {
  const deadline = performance.now() + AT_MOST_MILLISECONDS;
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await delay(EVERY_MILLISECONDS);
  }
}
