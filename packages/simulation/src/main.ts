/** `npm run simulate -- --seeds N [--seed N] [--variant NAME]`: plays seeds and prints what went wrong in the first that fails. */
import { parseArgs } from 'node:util';
import { command } from './command.mjs';
import { variantOf, VARIANTS } from './variants/variants.ts';
import { SOUND } from './world/wiring.ts';
import { simulate, type Result } from './simulate.ts';

const { values } = parseArgs({ options: command.options });

const wiring = values.variant === undefined ? SOUND : variantOf(values.variant);
if (wiring === undefined) {
  console.error(`There is no variant of this name. There are: ${Object.keys(VARIANTS).join(', ')}`);
  process.exit(1);
}
const first = Number(values.seed);
const count = Number(values.seeds);
const started = performance.now();
let events = 0;
let failed = 0;
let played = 0;
for (let seed = first; seed < first + count; seed += 1) {
  played += 1;
  const result = await simulate(seed, wiring);
  events += result.savedEvents;
  if (result.faults.length === 0) continue;
  failed += 1;
  print(result);
  if (!values.all) break;
}
const seconds = (performance.now() - started) / 1000;
console.log(
  `${played} seeds, ${events} saved events, ${failed} failed, ${((seconds * 1000) / played).toFixed(1)} ms a seed`,
);
process.exitCode = failed === 0 ? 0 : 1;

function print({ seed, faults, history }: Result): void {
  console.log(`seed ${seed}:`);
  for (const fault of faults.slice(0, 8)) console.log(`  ${fault}`);
  if (!values.all) for (const line of history) console.log(`    ${line}`);
  const variant = values.variant === undefined ? '' : ` --variant ${values.variant}`;
  console.log(`  npm run simulate -- --seeds 1 --seed ${seed}${variant}`);
}
