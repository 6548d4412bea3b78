/** A failure whose message tells the person at the terminal all there is to know. */
export class Failure extends Error {}

/**
 * Runs a script's main function: its number is the exit code, a {@link Failure} is printed without a stack.
 *
 * @param {() => Promise<number>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    process.exitCode = 1;
  }
}
