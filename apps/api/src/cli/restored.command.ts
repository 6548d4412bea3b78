import { Command, example } from '@wellpulse/command-line';
import { LineageService, presentLineage } from '../lineage/lineage.service.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { chosenTenants, say, withContext } from './context.ts';

export const restoredCommand = (): Command =>
  new Command('restored')
    .description('Says that the database of one tenant, or of all, was put back to a backup')
    .argument('[tenant]')
    .addHelpText('after', example('npm run wellpulse -- restored acme'))
    .action((slug: string | undefined) =>
      withContext(async (context) => {
        for (const tenant of await chosenTenants(context, slug)) {
          const database = context.get(TenantDatabases).of(tenant);
          const present = await presentLineage(database.db);
          await context.get(LineageService).begin(database, present, { cause: 'COMMAND' });
          say(`${tenant.slug}: devices bring again what they hold; lineage ${present + 1} begins`);
        }
      }),
    );
