import {
  daySchema,
  DUE_STATUSES,
  type DueStatus,
  type ProductionRecord,
  type ReadingNumbers,
} from '@wellpulse/contracts';
import { argument, Command, example, Option } from '@wellpulse/command-line';
import { sayEach, withDevice } from './open-device.ts';
import { estimateOf, instantsOf, volumesOf, words } from './words.ts';

const { equipmentName, formatDue, terminal, wellStatusNames } = words;

/** What a day asks for: what is due, and which wells have their entry. */
export const dayCommands = (): Command[] => [due(), daySheet(), completeness()];

interface DueOptions {
  readonly route?: string;
  readonly status?: DueStatus;
}

const due = (): Command =>
  new Command('due')
    .description('Equipment whose service is overdue or due within 14 days, the most urgent first')
    .option('--route <name>', 'the wells of this route alone')
    .addOption(new Option('--status <status>', 'what stands like this alone').choices(DUE_STATUSES))
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list due --route North'))
    .action((options: DueOptions, command: Command) =>
      withDevice(command, async (client) => {
        await sayEach(client.records.due(options), (item) => [
          item.nextMaintenanceDate,
          formatDue(item.dueStatus, item.daysLeft),
          equipmentName(item),
          item.wellName,
          item.route ?? terminal.noRoute,
          item.isPending ? terminal.notSynced : '',
        ]);
      }),
    );

const daySheet = (): Command =>
  new Command('day-sheet')
    .description(
      "A day's entries, well by well in route order: oil, gas and water, beside those of the day before",
    )
    .requiredOption('--date <day>', 'such as 2025-10-20', argument(daySchema))
    .option('--route <name>', 'the wells of this route alone')
    .addHelpText(
      'after',
      example('npm run wellpulse-device -- --data ./truck-7 list day-sheet --date 2025-10-20'),
    )
    .action(({ date, ...filter }: { readonly date: string; readonly route?: string }, command: Command) =>
      withDevice(command, async (client) => {
        await sayEach(client.records.daySheet(date, filter), (row) => [
          row.route ?? terminal.noRoute,
          row.wellName,
          wellStatusNames[row.wellStatus],
          row.record === null ? terminal.missing : readingOf(row.record),
          row.previous === null ? '' : terminal.dayBefore(readingOf(row.previous)),
          row.isPending ? terminal.notSynced : '',
        ]);
      }),
    );

const readingOf = (reading: ReadingNumbers & Pick<ProductionRecord, 'estimatedFrom'>): string =>
  [...volumesOf(reading), ...estimateOf(reading)].join(' ');

const completeness = (): Command =>
  new Command('completeness')
    .description('How many wells of each route have their entry of a day')
    .requiredOption('--date <day>', 'such as 2025-10-20', argument(daySchema))
    .addHelpText(
      'after',
      example('npm run wellpulse-device -- --data ./truck-7 list completeness --date 2025-10-20'),
    )
    .action(({ date }: { readonly date: string }, command: Command) =>
      withDevice(command, async (client) => {
        const formatInstant = await instantsOf(client);
        await sayEach(
          await client.records.completeness(date),
          ({ route, entered, expected, lastEntryAt }) => [
            route ?? terminal.noRoute,
            terminal.enteredOf(String(entered), String(expected)),
            lastEntryAt === null ? '' : formatInstant(lastEntryAt),
          ],
        );
      }),
    );
