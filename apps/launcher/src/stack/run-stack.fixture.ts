/** A launcher for tests: the real stack with stand-ins for the API, the dashboard and the demo seed. */
import { fileURLToPath } from 'node:url';
import { createProgress } from './progress.ts';
import { parseSettings } from '../settings.ts';
import { runStack } from './stack.ts';
import { listenToStopSignals } from '../stop-signals.ts';

const settings = parseSettings(process.env, process.cwd());
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const standIn = (port: number) => ({
  file: file('./stand-in.fixture.ts'),
  args: [String(port)],
  cwd: process.cwd(),
});

try {
  await runStack({
    settings,
    programs: {
      api: standIn(settings.apiPort),
      web: standIn,
      fieldFolder: process.cwd(),
      demoSeed: () => ({
        file: file('./stand-in-seed.fixture.ts'),
        args: [process.env['SEED_EXIT_CODE'] ?? '0'],
        cwd: process.cwd(),
      }),
      cli: () => standIn(0),
    },
    progress: createProgress((line) => {
      console.log(line);
    }),
    ...listenToStopSignals(process),
  });
  process.exit(0);
} catch (error) {
  console.error(error);
  process.exit(1);
}
