import { equipmentName } from '@wellpulse/domain';
import { Command, example } from '@wellpulse/command-line';
import { findWell } from './find-records.ts';
import { say, withDevice } from './open-device.ts';

export function listCommands(): Command {
  const list = new Command('list').description('Shows what this device knows; needs no network');
  list
    .command('wells')
    .description('All wells, in route order')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list wells'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        for (const { name, apiNumber, route, status } of await client.records.wells()) {
          say([name, apiNumber, status, route ?? ''].join('\t'));
        }
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
        for (const row of await client.records.production(id)) {
          const volumes = [row.oilVolume, row.gasVolume, row.waterVolume].map((volume) => volume ?? '-');
          say([row.productionDate, ...volumes, row.isPending ? 'not synced' : ''].join('\t'));
        }
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
        for (const item of await client.records.equipment(id)) {
          say([equipmentName(item), item.status, item.isPending ? 'not synced' : ''].join('\t'));
        }
      }),
    );
  list
    .command('pending')
    .description('What the server has not got yet')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list pending'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        for (const { text, status, problem, eventId, photoId } of await client.pendingList()) {
          say([text, status, problem ?? '', eventId ?? photoId ?? ''].join('\t'));
        }
      }),
    );
  list
    .command('events')
    .description('The newest 100 events, and what became of each')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list events'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        for (const { event, status, outcome } of await client.events.list()) {
          say([event.deviceSequence, event.id, event.eventType, status, outcome?.reason ?? ''].join('\t'));
        }
      }),
    );
  list
    .command('archived')
    .description('The newest 100 of the events that the server has had for six months')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 list archived'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        for (const { deviceSequence, eventId, status, settledAt } of await client.events.archived()) {
          say([deviceSequence, eventId, status, settledAt].join('\t'));
        }
      }),
    );
  return list;
}
