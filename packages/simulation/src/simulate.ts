/** Plays one seed to its end and says what of the promises did not hold. */
import { CHECKS } from './checks/all-checks.ts';
import type { Check } from './checks/check.ts';
import { enterOnceMore, liveThroughDay, planNextDay } from './world/day.ts';
import { drainAll } from './world/drain-all.ts';
import { takeOverLost } from './world/lost-dashboard-work.ts';
import { SOUND, type Wiring } from './world/wiring.ts';
import { World } from './world/world.ts';

export interface Result {
  readonly seed: number;
  /** Empty if every promise held. */
  readonly faults: readonly string[];
  /** The same for the same seed, always. */
  readonly hash: string;
  readonly history: readonly string[];
  readonly savedEvents: number;
}

const HISTORY_LINES = 80;

export async function simulate(seed: number, wiring: Wiring = SOUND): Promise<Result> {
  const world = new World(seed, wiring);
  const failures: string[] = [];
  const onRejection = (reason: unknown): void => {
    failures.push(`an app's promise was rejected and nobody listened: ${String(reason)}`);
  };
  process.on('unhandledRejection', onRejection);
  try {
    await liveThroughDay(world);
    planNextDay(world);
    await drainAll(world);
    takeOverLost(world);
    await enterOnceMore(world);
    const restless = await drainAll(world);
    const faults = [...failures, ...world.faults, ...restless.map(({ name }) => `${name} is stuck`)];
    for (const check of CHECKS) faults.push(...(await judge(check, world)));
    const { trace, ledger } = world;
    const history = trace.last(HISTORY_LINES, namesIn(faults));
    return { seed, faults, hash: trace.hash, history, savedEvents: ledger.saved.length };
  } finally {
    process.off('unhandledRejection', onRejection);
    world.close();
  }
}

/** A device whose data cannot be read fails each check that looks at it. */
async function judge(check: Check, world: World): Promise<readonly string[]> {
  try {
    return await check(world);
  } catch (error) {
    return [`a check fails: ${String(error)}`];
  }
}

/** The ends of ids and the devices that the faults name. */
const namesIn = (faults: readonly string[]): string[] => [
  ...new Set(faults.flatMap((fault) => fault.match(/\b([0-9a-f]{6}|device\d)\b/g) ?? [])),
];
