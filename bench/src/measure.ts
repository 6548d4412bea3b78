/** Times of repeated calls. The median is what is usual, p95 what one in twenty has to wait. */

export interface Times {
  readonly p50: number;
  readonly p95: number;
}

/** Calls `work` a few times to warm up, then `rounds` times, and returns milliseconds. */
export async function timeRepeated(rounds: number, work: () => Promise<unknown>): Promise<Times> {
  for (let round = 0; round < 5; round += 1) await work();
  const samples: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    samples.push(performance.now() - start);
  }
  return summary(samples);
}

/** Milliseconds that one call takes. */
export async function timeOnce(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export function summary(samples: readonly number[]): Times {
  const sorted = [...samples].sort((left, right) => left - right);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 2 : 1)} ms`;
