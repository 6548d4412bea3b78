import type { FieldStatus } from '@wellpulse/field';
import { Command } from 'commander';
import { say, withDevice } from './open-device.ts';

export const syncCommands = (): Command[] => [
  new Command('sync')
    .description('Sends what is pending, fetches what changed, uploads photos; once')
    .action((_, command: Command) =>
      withDevice(command, async (field) => {
        await field.sync.syncNow();
        const status = await field.status.current();
        say(describe(status));
        const isDone = status.lastError === null && status.stopped === null && status.pendingEvents === 0;
        if (!isDone) process.exitCode = 1;
      }),
    ),
  new Command('status').description('Says how this device stands').action((_, command: Command) =>
    withDevice(command, async (field) => {
      const person = await field.sessions.current();
      say(person === undefined ? 'Locked' : `${person.name} is at this device`);
      say(describe(await field.status.current()));
    }),
  ),
  new Command('skip')
    .description('Leaves an entry that the server refused')
    .argument('<event>', 'its id')
    .argument('<reason>')
    .action((eventId: string, reason: string, _, command: Command) =>
      withDevice(command, async (field) => {
        await field.skip(eventId, reason);
        say('Skipped');
      }),
    ),
];

function describe(status: FieldStatus): string {
  const { pendingEvents, failedEvents, openConflicts, waitingPhotos, lastSyncAt, stopped, lastError } =
    status;
  return [
    `Pending: ${pendingEvents}  refused: ${failedEvents}  open conflicts: ${openConflicts}  photos: ${waitingPhotos}`,
    `Last complete sync: ${lastSyncAt ?? 'never'}`,
    ...(stopped === null ? [] : [stopped.message]),
    ...(lastError === null || lastError === stopped?.message ? [] : [lastError]),
  ].join('\n');
}
