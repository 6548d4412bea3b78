import { Command, example } from '@wellpulse/command-line';
import { appendFile, readFile } from 'node:fs/promises';
import { readAnchorKey, readAnchors, signAnchor, type Anchor } from '../audit/anchor.ts';
import { reviewAlerts } from '../audit/review-alerts.ts';
import { verifyLog } from '../audit/verify-log.ts';
import type { TenantEntry } from '../catalog/catalog.ts';
import { systemClock } from '../config/clock.ts';
import { readMark } from '../lineage/log-mark.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { TenantWriter } from '../write-path/tenant-writer.ts';
import { chosenTenants, say, withContext } from './context.ts';

export function auditCommands(): Command {
  const audit = new Command('audit').description('Proves the log');
  audit.addCommand(verifyCommand());
  audit.addCommand(headCommand());
  audit.addCommand(reviewAlertsCommand());
  return audit;
}

const verifyCommand = (): Command =>
  new Command('verify')
    .description('Checks the hash chain and that replaying the log gives the tables, of one tenant or of all')
    .argument('[tenant]')
    .option('--anchor <file>', 'what "audit head" printed before: finds a log that was rewritten or cut off')
    .addHelpText('after', example('npm run wellpulse -- audit verify acme --anchor anchors.txt'))
    .action(async (slug: string | undefined, options: { readonly anchor?: string }) => {
      const anchors = options.anchor === undefined ? null : await anchorsIn(options.anchor);
      await withContext(async (context) => {
        const tenants = await chosenTenants(context, slug);
        for (const tenant of tenants) {
          const own = anchors?.filter((anchor) => anchor.slug === tenant.slug) ?? [];
          const { db } = context.get(TenantDatabases).of(tenant);
          const { events, faults } = await verifyLog(db, own);
          const all = [...foreignFaults(tenant, own), ...faults];
          const held =
            anchors === null ? '' : `, ${own.length === 0 ? 'no anchor' : `anchors: ${own.length}`}`;
          say(
            `${tenant.slug}: ${events} events${held}, ${all.length === 0 ? 'all in order' : 'NOT in order'}`,
          );
          for (const fault of all) say(`  ${fault}`);
          if (all.length > 0) process.exitCode = 1;
        }
        for (const gone of slug === undefined ? goneTenants(tenants, anchors ?? []) : []) {
          say(`${gone}: there is no such tenant any more, and there are anchors of its log`);
          process.exitCode = 1;
        }
      });
    });

const headCommand = (): Command =>
  new Command('head')
    .description(
      "Prints a signed line with the place and hash of the log's newest event, of one tenant or of all. Keep it in another place",
    )
    .argument('[tenant]')
    .option('--append <file>', 'writes the lines behind those of this file as well')
    .addHelpText('after', example('npm run wellpulse -- audit head --append anchors.txt'))
    .action(async (slug: string | undefined, { append }: { readonly append?: string }) => {
      const key = readAnchorKey(process.env['WELLPULSE_AUDIT_KEY']);
      await withContext(async (context) => {
        for (const tenant of await chosenTenants(context, slug)) {
          const mark = await readMark(context.get(TenantDatabases).of(tenant).db);
          const { id: tenantId } = tenant;
          const line = signAnchor({ ...mark, slug: tenant.slug, tenantId, at: systemClock.now() }, key);
          say(line);
          if (append !== undefined) await appendFile(append, `${line}\n`);
        }
      });
    });

const reviewAlertsCommand = (): Command =>
  new Command('review-alerts')
    .description(
      'Brings alerts up to date that an older program raised and the rules of today would not, of one tenant or of all',
    )
    .argument('[tenant]')
    .addHelpText('after', example('npm run wellpulse -- audit review-alerts acme'))
    .action((slug: string | undefined) =>
      withContext(async (context) => {
        for (const tenant of await chosenTenants(context, slug)) {
          const database = context.get(TenantDatabases).of(tenant);
          const changed = await reviewAlerts(context.get(TenantWriter), database, systemClock);
          say(`${tenant.slug}: alerts changed: ${changed}`);
        }
      }),
    );

const anchorsIn = async (path: string): Promise<Anchor[]> =>
  readAnchors(await readFile(path, 'utf8'), readAnchorKey(process.env['WELLPULSE_AUDIT_KEY']));

/** Another tenant may not stand under the name of one whose log is known. */
const foreignFaults = (tenant: TenantEntry, anchors: readonly Anchor[]): string[] =>
  anchors
    .filter(({ tenantId }) => tenantId !== tenant.id)
    .map(({ tenantId, at }) => `On ${at} the tenant of this name was ${tenantId}, and is ${tenant.id} now`);

function goneTenants(tenants: readonly TenantEntry[], anchors: readonly Anchor[]): string[] {
  const present = new Set(tenants.map(({ slug }) => slug));
  return [...new Set(anchors.map(({ slug }) => slug))].filter((slug) => !present.has(slug));
}
