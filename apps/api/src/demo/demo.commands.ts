import { Command, example } from '@wellpulse/command-line';
import { withContext } from '../cli/context.ts';
import { seedDemo } from './seed-demo.ts';

export function demoCommands(): Command {
  const demo = new Command('demo').description('The demo tenants');
  demo
    .command('seed')
    .description('Makes the tenants acme and bravo through the running API; goes on where it stopped')
    .requiredOption('--api <url>', 'where the API runs')
    .addHelpText('after', example('npm run wellpulse -- demo seed --api http://127.0.0.1:3001'))
    .action(({ api }: { api: string }) => withContext((context) => seedDemo(context, api)));
  return demo;
}
