import { Command, example } from '@wellpulse/command-line';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { say, withContext } from './context.ts';

export const migrateCommand = (): Command =>
  new Command('migrate')
    .description(
      "Brings the catalog and every tenant's database up to date; one that fails doesn't stop the others",
    )
    .addHelpText('after', example('npm run wellpulse -- migrate'))
    .action(() =>
      withContext(async (context) => {
        for (const { slug, ran, error } of await context.get(TenantDatabases).migrateAll()) {
          if (error === null) {
            say(`${slug}: ${ran.length === 0 ? 'up to date' : ran.join(', ')}`);
          } else {
            const cause = error.cause instanceof Error ? `: ${error.cause.message}` : '';
            say(`${slug}: FAILED: ${error.message}${cause}`);
            process.exitCode = 1;
          }
        }
      }),
    );
