import { Command, example } from '@wellpulse/command-line';
import { verifyLog } from '../audit/verify-log.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { chosenTenants, say, withContext } from './context.ts';

export function auditCommands(): Command {
  const audit = new Command('audit').description('Proves the log');
  audit
    .command('verify')
    .description('Checks the hash chain and that replaying the log gives the tables, of one tenant or of all')
    .argument('[tenant]')
    .addHelpText('after', example('npm run wellpulse -- audit verify acme'))
    .action((slug: string | undefined) =>
      withContext(async (context) => {
        for (const tenant of await chosenTenants(context, slug)) {
          const { events, faults } = await verifyLog(context.get(TenantDatabases).of(tenant).db);
          say(`${tenant.slug}: ${events} events, ${faults.length === 0 ? 'all in order' : 'NOT in order'}`);
          for (const fault of faults) say(`  ${fault}`);
          if (faults.length > 0) process.exitCode = 1;
        }
      }),
    );
  return audit;
}
