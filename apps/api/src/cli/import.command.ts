import { fieldErrors, importMappingSchema, roleSchema } from '@wellpulse/contracts';
import { Command, example } from '@wellpulse/command-line';
import { readFile } from 'node:fs/promises';
import { v7 as uuidV7 } from 'uuid';
import { present } from '@wellpulse/domain';
import { ProblemError } from '../http/problems/problem-error.ts';
import { ImportService } from '../imports/import.service.ts';
import { TenantAdministration } from '../tenant/tenant-administration.ts';
import { say, withContext } from './context.ts';

interface ImportOptions {
  readonly mapping: string;
  readonly as: string;
  readonly dryRun: boolean;
}

export const importCommand = (): Command =>
  new Command('import')
    .description('Imports daily production from a CSV file, as the import page does')
    .argument('<tenant>')
    .argument('<file>', 'a CSV file')
    .requiredOption('--mapping <file>', 'a JSON file that says which column is what')
    .requiredOption('--as <email>', 'the user who answers for the entries')
    .option('--dry-run', 'only say what would happen', false)
    .addHelpText(
      'after',
      example('npm run wellpulse -- import acme readings.csv --mapping mapping.json --as ann@acme.example'),
    )
    .action((slug: string, filePath: string, options: ImportOptions) =>
      withContext(async (context) => {
        const { database } = await context.get(TenantAdministration).require(slug);
        const user = await database.db
          .selectFrom('users')
          .select(['id', 'role'])
          .where('email', '=', options.as.toLowerCase())
          .where('deleted_at', 'is', null)
          .executeTakeFirst();
        if (user === undefined) throw new Error(`There is no user ${options.as} in ${slug}`);
        const result = await context.get(ImportService).run({
          importId: uuidV7(),
          database,
          origin: { actor: present(user.id, roleSchema.parse(user.role)), source: 'IMPORT' },
          mapping: await readMapping(options.mapping),
          filePath,
          dryRun: options.dryRun,
        });
        const { rows, taken, updated, unchanged, skipped, refusedTotal, refused, keptTotal, aborted } =
          result;
        say(
          `${rows} rows: ${taken} taken, ${updated} updated, ${unchanged} unchanged, ${skipped} skipped, ${refusedTotal} refused`,
        );
        if (keptTotal > 0) say(`${keptTotal} values stay as a person typed them`);
        for (const { row, column, value, reason } of refused)
          say(`  row ${row}, ${column ?? 'row'} "${value ?? ''}": ${reason}`);
        if (aborted) {
          say('Nothing was taken, since the mapping says ABORT');
          process.exitCode = 1;
        }
      }),
    );

async function readMapping(filePath: string) {
  const parsed = importMappingSchema.safeParse(JSON.parse(await readFile(filePath, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new ProblemError('VALIDATION_FAILED', { errors: fieldErrors(parsed.error) });
}
