import { tenantSlugSchema, text, timeZoneSchema, type TenantStatus } from '@wellpulse/contracts';
import { argument, Command, example } from '@wellpulse/command-line';
import { Catalog } from '../catalog/catalog.ts';
import { TenantAdministration } from '../tenant/tenant-administration.ts';
import { say, withContext } from './context.ts';

interface CreateOptions {
  readonly name?: string;
  readonly timeZone?: string;
  readonly server?: string;
}

export function tenantCommands(): Command {
  const tenant = new Command('tenant').description('Makes, lists, suspends and resumes tenants');
  tenant
    .command('create')
    .description('Makes a tenant with a database of its own')
    .argument('<slug>', 'short name, such as acme', argument(tenantSlugSchema))
    .option('--name <name>', 'full name', argument(text(120, 1)))
    .option('--time-zone <zone>', 'IANA time zone, such as America/Chicago', argument(timeZoneSchema))
    .option('--server <name>', 'a PostgreSQL server of WELLPULSE_PG_SERVERS')
    .addHelpText(
      'after',
      example('npm run wellpulse -- tenant create acme --name "Acme Petroleum" --time-zone America/Chicago'),
    )
    .action((slug: string, options: CreateOptions) =>
      withContext(async (context) => {
        const entry = await context
          .get(TenantAdministration)
          .create({ ...options, slug, name: options.name ?? slug });
        say(
          `Made tenant ${entry.slug} (${entry.id}) in database ${entry.database} on server ${entry.server}`,
        );
      }),
    );
  tenant
    .command('list')
    .description('One line a tenant: slug, status, name, time zone and server, and whether it is a demo')
    .addHelpText('after', example('npm run wellpulse -- tenant list'))
    .action(() =>
      withContext(async (context) => {
        for (const tenant of await context.get(Catalog).list()) {
          const { slug, status, name, time_zone: zone, server, is_demo: isDemo } = tenant;
          say([slug, status, name, zone, server, ...(isDemo ? ['demo'] : [])].join('\t'));
        }
      }),
    );
  tenant.addCommand(
    statusCommand('suspend', 'SUSPENDED', 'Keeps everybody of a tenant out; deletes nothing'),
  );
  tenant.addCommand(statusCommand('resume', 'ACTIVE', 'Lets everybody of a suspended tenant in again'));
  return tenant;
}

const statusCommand = (name: string, status: TenantStatus, description: string): Command =>
  new Command(name)
    .description(description)
    .argument('<slug>', 'short name, such as acme')
    .addHelpText('after', example(`npm run wellpulse -- tenant ${name} acme`))
    .action((slug: string) =>
      withContext(async (context) => {
        await context.get(TenantAdministration).setStatus(slug, status);
        say(`Tenant ${slug} is ${status}`);
      }),
    );
