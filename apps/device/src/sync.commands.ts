import type { DeviceStatus } from '@wellpulse/offline';
import { Command, example } from '@wellpulse/command-line';
import { say, withDevice } from './open-device.ts';

export const syncCommands = (): Command[] => [
  new Command('sync')
    .description(
      'Sends what is pending, fetches what changed, uploads photos; once. Ends with 0 only if nothing waits',
    )
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 sync'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        await client.sync.syncNow();
        const status = await client.status.current();
        say(describe(status));
        if (!isDone(status)) process.exitCode = 1;
      }),
    ),
  new Command('status')
    .description('Says how this device stands')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 status'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        const person = await client.sessions.current();
        say(person === undefined ? 'Locked' : `${person.name} is at this device`);
        say(describe(await client.status.current()));
      }),
    ),
  new Command('skip')
    .description('Leaves an entry that the server refused')
    .argument('<event>', 'its id')
    .argument('<reason>', 'why, in a few words')
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 skip 0199f3a2-7c4e-7b1a-9a55-0c2f4d1e8a01 "Entered twice"',
      ),
    )
    .action((eventId: string, reason: string, _, command: Command) =>
      withDevice(command, async (client) => {
        await client.skip(eventId, reason);
        say('Skipped');
      }),
    ),
  new Command('skip-photo')
    .description('Leaves a photo that the server cannot take')
    .argument('<photo>', 'its id, as "list pending" says it')
    .argument('<reason>', 'why, in a few words')
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 skip-photo 0199f3a2-7c4e-7b1a-9a55-0c2f4d1e8a02 "Taken again"',
      ),
    )
    .action((photoId: string, reason: string, _, command: Command) =>
      withDevice(command, async (client) => {
        await client.skipPhoto(photoId, reason);
        say('Skipped');
      }),
    ),
];

/** Whether nothing waits any more: neither for the server nor for a person. */
const isDone = ({ lastError, stopped, pendingEvents, failedEvents, waitingPhotos }: DeviceStatus): boolean =>
  lastError === null && stopped === null && pendingEvents + failedEvents + waitingPhotos === 0;

function describe(status: DeviceStatus): string {
  const { pendingEvents, failedEvents, openConflicts, waitingPhotos, photosForPerson } = status;
  const { unreadableRecords, lastSyncAt, stopped, lastError, recovered } = status;
  return [
    `Pending: ${pendingEvents}  refused: ${failedEvents}  open conflicts: ${openConflicts}  photos: ${waitingPhotos}`,
    `Last complete sync: ${lastSyncAt ?? 'never'}`,
    ...(photosForPerson === 0 ? [] : [`Photos that wait for you: ${photosForPerson}; see "list pending"`]),
    ...(unreadableRecords === 0 ? [] : [`Records that this version cannot read: ${unreadableRecords}`]),
    ...(recovered === null
      ? []
      : [`The server was put back to an older state. Entries sent again: ${recovered.events}`]),
    ...(stopped === null ? [] : [stopped.message]),
    ...(lastError === null || lastError === stopped?.message ? [] : [lastError]),
  ].join('\n');
}
