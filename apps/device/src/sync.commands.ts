import { isWrongClock } from '@wellpulse/domain';
import type { DeviceStatus, OfflineClient } from '@wellpulse/offline';
import { Command, example } from '@wellpulse/command-line';
import { say, withDevice } from './open-device.ts';
import { instantsOf, words } from './words.ts';

const { formatDamage, formatStop, formatTrouble, formatWrongClock, shortOfRoom, terminal } = words;

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
        say(await describe(client, status));
        if (!isDone(status)) process.exitCode = 1;
      }),
    ),
  new Command('status')
    .description('Says how this device stands')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 status'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        const person = await client.sessions.current();
        say(person === undefined ? terminal.locked : terminal.atDevice(person.name));
        say(await describe(client, await client.status.current()));
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
        say(terminal.skipped);
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
        say(terminal.skipped);
      }),
    ),
];

/** Whether nothing waits any more: neither for the server nor for a person. */
const isDone = ({ trouble, stopped, pendingEvents, failedEvents, waitingPhotos }: DeviceStatus): boolean =>
  trouble === null && stopped === null && pendingEvents + failedEvents + waitingPhotos === 0;

async function describe(client: OfflineClient, status: DeviceStatus): Promise<string> {
  const formatInstant = await instantsOf(client);
  const { pendingEvents, failedEvents, openConflicts, waitingPhotos, photosForPerson } = status;
  const {
    unreadableRecords,
    lastSyncAt,
    stopped,
    trouble,
    recovered,
    isRetiring,
    isShortOfRoom,
    clockOffsetMs,
    damage,
    retiredAt,
  } = status;
  const { pending, refused, photos } = terminal;
  return [
    `${pending}: ${pendingEvents}  ${refused}: ${failedEvents}  ${terminal.openConflicts}: ${openConflicts}  ${photos}: ${waitingPhotos}`,
    retiredAt === null
      ? terminal.lastSync(lastSyncAt === null ? terminal.never : formatInstant(lastSyncAt))
      : terminal.retired(formatInstant(retiredAt)),
    ...(photosForPerson === 0 ? [] : [terminal.photosForPerson(String(photosForPerson))]),
    ...(unreadableRecords === 0 ? [] : [terminal.unreadableRecords(String(unreadableRecords))]),
    ...(recovered === null ? [] : [terminal.recovered(String(recovered.events))]),
    ...(isRetiring ? [terminal.retiring] : []),
    ...(damage === null ? [] : [formatDamage(damage.missing)]),
    ...(isShortOfRoom ? [shortOfRoom] : []),
    ...(isWrongClock(clockOffsetMs) ? [formatWrongClock(clockOffsetMs)] : []),
    ...(stopped === null ? [] : [formatStop(stopped)]),
    ...(trouble === null ? [] : [formatTrouble(trouble)]),
  ].join('\n');
}
