/** Builds what is missing or older than its sources: `node scripts/build.mjs [api] [web] [device] [desktop]`, by default all. */
import { runCommand } from './lib/command.mjs';

const command = {
  name: 'node scripts/build.mjs',
  summary:
    'Builds what is missing or older than its sources: the API, the dashboard, the device, the laptop, or by default all. Needs Node 24.',
  takes: '[api] [web] [device] [desktop]',
  example: 'node scripts/build.mjs api',
};

await runCommand(command, async ({ positionals }) => {
  // Needs packages, which `--help` must not (ADR 33).
  const { buildMissing } = await import('./lib/build/build.mjs');
  await buildMissing(positionals);
  return 0;
});
