import type { Figure } from './report.ts';
import type { BenchSession } from './session.ts';
import type { Stack } from './stack.ts';
export async function benchChart(_stack: Stack, _session: BenchSession): Promise<Figure[]> {
  return Promise.resolve([]);
}
