/** `npm start`, once everything is installed and built: runs the whole stack until Ctrl-C. */
import { explain } from './explain.ts';
import { productPrograms } from './processes/programs.ts';
import { createProgress } from './stack/progress.ts';
import { parseSettings } from './settings.ts';
import { runStack } from './stack/stack.ts';
import { listenToStopSignals } from './stop-signals.ts';

/** A stack that was told to hurry, and still doesn't end. */
const FORCED_EXIT_MS = 5_000;

// A closed terminal must not end the orderly stop.
process.stdout.on('error', () => undefined);
const { stop, force } = listenToStopSignals(process);
force.addEventListener('abort', () => {
  setTimeout(() => process.exit(1), FORCED_EXIT_MS).unref();
});

try {
  const settings = parseSettings(process.env, process.cwd());
  const progress = createProgress((line) => {
    console.log(line);
  });
  await runStack({ settings, programs: productPrograms, progress, stop, force });
  console.log('WellPulse has stopped');
  process.exit(0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
