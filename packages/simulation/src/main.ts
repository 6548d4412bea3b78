/** `npm run simulate -- --seeds N [--seed S] [--variant NAME]`: plays seeds and prints what went wrong in the first that fails. */
import { parseArgs } from 'node:util';
import { simulate, type Result } from './simulate.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    variant: { type: 'string' },
    all: { type: 'boolean', default: false },
  },
});

const first = Number(values.seed);
const count = Number(values.seeds);
const started = performance.now();
let events = 0;
let failed = 0;
for (let seed = first; seed < first + count; seed += 1) {
  const result = await simulate(seed);
  events += result.savedEvents;
  if (result.faults.length === 0) continue;
  failed += 1;
  print(result);
  if (!values.all) break;
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${count} seeds, ${events} saved events, ${failed} failed, ${((seconds * 1000) / count).toFixed(1)} ms a seed`,
);
process.exitCode = failed === 0 ? 0 : 1;

function print({ seed, faults, history }: Result): void {
  console.log(`seed ${seed}:`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
  if (!values.all) for (const line of history) console.log(`    ${line}`);
  console.log(`  npm run simulate -- --seeds 1 --seed ${seed}`);
}
