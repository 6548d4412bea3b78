import { Command, example, numberArgument, Option } from '@wellpulse/command-line';
import { z } from 'zod';
import { withContext } from '../cli/context.ts';
import { HISTORY_DAYS } from './fill-tenant.ts';
import { seedDemo } from './seed-demo.ts';

export function demoCommands(): Command {
  const demo = new Command('demo').description('The demo tenants');
  demo
    .command('seed')
    .description('Makes the tenants acme and bravo through the running API; goes on where it stopped')
    .requiredOption('--api <url>', 'where the API runs')
    .addOption(
      new Option('--days <days>', 'for how many days before today there are readings')
        .env('WELLPULSE_DEMO_DAYS')
        .argParser(numberArgument(z.int().min(8).max(HISTORY_DAYS)))
        .default(HISTORY_DAYS),
    )
    .addHelpText('after', example('npm run wellpulse -- demo seed --api http://127.0.0.1:3001'))
    .action(({ api, days }: { api: string; days: number }) =>
      withContext((context) => seedDemo(context, api, days)),
    );
  return demo;
}
