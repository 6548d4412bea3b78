/** A launcher for tests: the real stack with stand-ins for the API, the dashboard and the demo seed. */
import { fileURLToPath } from 'node:url';
import { createProgress } from './progress.ts';
import { parseSettings } from '../settings.ts';
import { runStack } from './stack.ts';
import { listenToStopSignals } from '../stop-signals.ts';

const settings = parseSettings(process.env, process.cwd());
const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const program = (name: string, ...args: string[]) => ({ file: file(name), args, cwd: process.cwd() });
const standIn = (port: number) => program('./stand-in.fixture.ts', String(port));

try {
  await runStack({
    settings,
    programs: {
      api: standIn(settings.apiPort),
      web: standIn,
      fieldFolder: process.cwd(),
      fieldApp: program('./stand-in-field-app.fixture.ts', process.env['FIELD_APP'] ?? 'built'),
      demoSeed: () => program('./stand-in-seed.fixture.ts', process.env['SEED_EXIT_CODE'] ?? '0'),
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
