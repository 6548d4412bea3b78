/** A client does one step after the other as the benchmark asks over IPC, and answers what the step returned. */

/** @param {Record<string, (input: any) => Promise<unknown>>} steps */
export function serveSteps(steps) {
  process.on('message', async ({ step, input }) => {
    try {
      process.send({ value: (await steps[step](input)) ?? null });
    } catch (error) {
      process.send({ error: error instanceof Error ? error.message : String(error) });
    }
  });
  // The benchmark is gone, or done with this peer.
  process.on('disconnect', () => process.exit());
}

/**
 * @param {() => Promise<unknown>} work
 * @returns {Promise<number>} milliseconds
 */
export async function timed(work) {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
