import { READING_FIELDS } from '@wellpulse/contracts';
import { Command, example } from '@wellpulse/command-line';
import { createWords } from '@wellpulse/words';
import { dayCommands } from './day.commands.ts';
import { findWell } from './find-records.ts';
import { sayEach, withDevice } from './open-device.ts';

const { equipmentName, formatPending } = createWords('en');

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
          status,
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
        await sayEach(client.records.production(id), (row) => {
          const volumes = READING_FIELDS.map((field) => row[field] ?? '-');
          return [row.productionDate, ...volumes, row.isPending ? 'not synced' : ''];
        });
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
          item.status,
          item.isPending ? 'not synced' : '',
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
          status,
          problem ?? '',
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
        await sayEach(items, ({ event, status, outcome }) => [
          event.deviceSequence,
          event.id,
          event.eventType,
          status,
          outcome?.reason ?? '',
        ]);
      }),
    );
  list
    .command('archived')
    .description('The newest 100 of the events that the server has had for six months')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list archived'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        const { items } = await client.events.archived().page();
        await sayEach(items, ({ deviceSequence, eventId, status, settledAt }) => [
          deviceSequence,
          eventId,
          status,
          settledAt,
        ]);
      }),
    );
  for (const command of dayCommands()) list.addCommand(command);
  return list;
}
