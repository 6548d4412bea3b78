/** `npm run kill-rounds -- --rounds N [--seed N]`: as many rounds of real kills as one likes. */
import { parseArgs } from 'node:util';
import { command } from './command.mjs';
import { playKillRounds } from './kill-rounds.ts';

const { values } = parseArgs({ options: command.options });
const DEVICES = 3;
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

say(`${rounds} rounds with seed ${seed}`);
const report = await playKillRounds({
  rounds,
  devices: DEVICES,
  seed,
  onRound: (round, kill) => {
    if (round % 10 === 0) say(`round ${round}: ${kill.toLowerCase()}`);
  },
});
const { killed, acknowledged, unsaid, signedInAgain, faults, log } = report;
say(
  `Killed: ${killed.enter} devices entering, ${killed.sync} syncing, the API ${killed.api} and PostgreSQL ${killed.database} times`,
);
say(
  `${acknowledged} entries were acknowledged, ${unsaid} more were saved by programs that could not say so any more`,
);
if (signedInAgain > 0) say(`${signedInAgain} times somebody had to sign in again`);
say(log.trim());
for (const fault of faults) say(`WRONG: ${fault}`);
say(
  faults.length === 0 ? 'Every acknowledged entry is at the server exactly once' : `${faults.length} faults`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
