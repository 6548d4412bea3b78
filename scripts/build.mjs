/** Builds what is missing or older than its sources: `node scripts/build.mjs [api] [web] [device] [desktop] [mobile]`, by default all but the last. */
import { runCommand } from './lib/command.mjs';

const command = {
  name: 'node scripts/build.mjs',
  summary:
    'Builds what is missing or older than its sources: the API, the dashboard, the device, the laptop, and by name the phone. Needs Node 24.',
  takes: '[api] [web] [device] [desktop] [mobile]',
  example: 'node scripts/build.mjs api',
};

await runCommand(command, async ({ positionals }) => {
  // Needs packages, which `--help` must not (ADR 33).
  const { buildMissing } = await import('./lib/build/build.mjs');
  await buildMissing(positionals);
  return 0;
});
