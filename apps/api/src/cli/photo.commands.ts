import { Command, example } from '@wellpulse/command-line';
import { BlobStorage } from '../photos/blob-storage.ts';
import type { TenantContext } from '../photos/photo-intake.ts';
import { PhotoRepair } from '../photos/photo-repair.ts';
import { BLOB_FINDINGS, PHOTO_FINDINGS, sweepPhotos, type Finding } from '../photos/photo-sweep.ts';
import { TenantDatabases } from '../tenant-databases/tenant-databases.ts';
import { chosenTenants, say, withContext } from './context.ts';

interface SweepOptions {
  readonly tenant?: string;
  readonly repair: boolean;
}

const MEANINGS = { ...PHOTO_FINDINGS, ...BLOB_FINDINGS };
const KINDS = Object.keys(MEANINGS) as (keyof typeof MEANINGS)[];

export function photoCommands(): Command {
  const photos = new Command('photos').description('Looks after the photos in the storage');
  photos
    .command('sweep')
    .description('Compares photos with the storage, of one tenant or of all')
    .option('--tenant <slug>', 'only this tenant')
    .option('--repair', 'repair what can be repaired; never deletes what a photo belongs to', false)
    .addHelpText('after', example('npm run wellpulse -- photos sweep --tenant acme'))
    .action(({ tenant: slug, repair }: SweepOptions) =>
      withContext(async (context) => {
        const tenants = await chosenTenants(context, slug);
        const storage = context.get(BlobStorage);
        if ((await storage.state()) === 'none')
          throw new Error(
            'There is no photo storage here. Start WellPulse, or set AZURE_STORAGE_CONNECTION_STRING',
          );
        for (const tenant of tenants) {
          const tenantContext = { tenant, database: context.get(TenantDatabases).of(tenant) };
          const findings = await sweepPhotos(storage, tenantContext);
          tellCounts(tenant.slug, findings);
          await tellEach(findings, repair ? context.get(PhotoRepair) : null, tenantContext);
          if (!repair && findings.some(({ kind }) => kind === 'LOST')) process.exitCode = 1;
        }
      }),
    );
  return photos;
}

function tellCounts(slug: string, findings: readonly Finding[]): void {
  if (findings.length === 0) say(`${slug}: all in order`);
  for (const kind of KINDS) {
    const count = findings.filter((finding) => finding.kind === kind).length;
    if (count > 0) say(`${slug}: ${count} ${kind} (${MEANINGS[kind]})`);
  }
}

async function tellEach(
  findings: readonly Finding[],
  repair: PhotoRepair | null,
  tenantContext: TenantContext,
): Promise<void> {
  for (const finding of findings) {
    const outcome = repair === null ? '' : `: ${await repair.repair(tenantContext, finding)}`;
    say(`  ${finding.kind} ${finding.name}${outcome}`);
  }
}
