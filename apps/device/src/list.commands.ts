import { conflictOutcomeSchema } from '@wellpulse/contracts';
import { Command, example } from '@wellpulse/command-line';
import type { LoggedEvent, OfflineClient } from '@wellpulse/offline';
import { dayCommands } from './day.commands.ts';
import { findWell } from './find-records.ts';
import { sayEach, withDevice } from './open-device.ts';
import { estimateOf, instantsOf, volumesOf, words } from './words.ts';

const {
  conflictOutcomeNames,
  conflictReason,
  equipmentName,
  equipmentStatusNames,
  eventName,
  wellStatusNames,
} = words;
const { formatPending, formatTrouble, terminal } = words;

export function listCommands(): Command {
  const list = new Command('list').description('Shows what this device knows; needs no network');
  list
    .command('wells')
    .description('All wells, in route order')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list wells'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        await sayEach(client.records.wells(), ({ name, apiNumber, route, status }) => [
          name,
          apiNumber,
          wellStatusNames[status],
          route ?? '',
        ]);
      }),
    );
  list
    .command('production')
    .description("A well's production, newest day first")
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list production "State #1"'))
    .argument('<well>', 'name or API number')
    .action((wanted: string, _, command: Command) =>
      withDevice(command, async (client) => {
        const { id } = await findWell(client, wanted);
        await sayEach(client.records.production(id), (row) => [
          row.productionDate,
          ...volumesOf(row),
          row.isPending ? terminal.notSynced : '',
          ...estimateOf(row),
        ]);
      }),
    );
  list
    .command('equipment')
    .description("A well's equipment")
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list equipment "State #1"'))
    .argument('<well>', 'name or API number')
    .action((wanted: string, _, command: Command) =>
      withDevice(command, async (client) => {
        const { id } = await findWell(client, wanted);
        await sayEach(client.records.equipment(id), (item) => [
          equipmentName(item),
          equipmentStatusNames[item.status],
          item.isPending ? terminal.notSynced : '',
        ]);
      }),
    );
  list
    .command('pending')
    .description('What the server has not got yet')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list pending'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        await sayEach(client.pendingList(), ({ content, status, problem, eventId, photoId }) => [
          formatPending(content),
          terminal.eventStatusNames[status],
          problem === null ? '' : formatTrouble(problem),
          eventId ?? photoId ?? '',
        ]);
      }),
    );
  list
    .command('events')
    .description('The newest 100 events, and what became of each')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list events'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        const { items } = await client.events.list().page();
        await sayEach(items, async ({ event, status, outcome }) => [
          event.deviceSequence,
          event.id,
          eventName(event.eventType),
          terminal.eventStatusNames[status],
          await reasonOf(client, outcome),
        ]);
      }),
    );
  list
    .command('archived')
    .description('The newest 100 of the events that the server has had for six months')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list archived'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        const formatInstant = await instantsOf(client);
        const { items } = await client.events.archived().page();
        await sayEach(items, ({ deviceSequence, eventId, status, settledAt }) => [
          deviceSequence,
          eventId,
          terminal.eventStatusNames[status],
          formatInstant(settledAt),
        ]);
      }),
    );
  for (const command of dayCommands()) list.addCommand(command);
  return list;
}

/**
 * What became of an event, in the person's language. The device has the conflict that the event met from its next sync on;
 * until then it knows how the conflict ended, and not which values were contested.
 */
async function reasonOf(client: OfflineClient, outcome: LoggedEvent['outcome']): Promise<string> {
  if (outcome === null) return '';
  if ('code' in outcome) return formatTrouble({ code: String(outcome.code), detail: outcome.reason });
  const { conflictId, resolution: how } = outcome;
  const conflict = typeof conflictId === 'string' ? await client.records.conflict(conflictId) : undefined;
  if (conflict !== undefined) return conflictReason(conflict);
  const resolution = conflictOutcomeSchema.safeParse(how);
  return resolution.success ? conflictOutcomeNames[resolution.data] : outcome.reason;
}
