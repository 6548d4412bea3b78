/**
 * How fast this machine is, so that a budget in seconds means the same on each: a fixed piece of work, done on all of the
 * cores that the tests use at once. As a program it does the work and prints the seconds that it took.
 */
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { stackNode } from './paths.mjs';
import { runAndCollect } from './run.mjs';

const FILE = fileURLToPath(import.meta.url);
const ROUNDS = 60;
const RECORDS = 2_000;

/**
 * @param {number} cores
 * @returns {Promise<number>} seconds that the work takes where each core does it once
 */
export async function measureWork(cores) {
  const runs = await Promise.all(Array.from({ length: cores }, () => runAndCollect(stackNode, [FILE])));
  return Math.max(...runs.map(({ output }) => Number.parseFloat(output)));
}

/** What tests do most: objects, text, sorting, hashing. */
function work() {
  let digest = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    const records = Array.from({ length: RECORDS }, (_, index) => ({
      id: `${digest}${String((index * 7919) % RECORDS)}`,
      volume: index / 100,
      notes: ['separator', 'dumped', String(index)],
    }));
    records.sort((one, other) => (one.id < other.id ? -1 : 1));
    const text = JSON.stringify(records);
    digest = createHash('sha256')
      .update(JSON.stringify(JSON.parse(text)))
      .digest('hex');
  }
}

if (process.argv[1] === FILE) {
  const start = performance.now();
  work();
  console.log(((performance.now() - start) / 1000).toFixed(3));
}
