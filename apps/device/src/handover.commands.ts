import { Command, example } from '@wellpulse/command-line';
import { readPieces, writeDurably } from '@wellpulse/offline/node';
import { say, secret, withDevice } from './open-device.ts';
import { words } from './words.ts';

const passphrase = (): string => secret('WELLPULSE_PASSPHRASE', process.env['WELLPULSE_PASSPHRASE']);

export const handoverCommands = (): Command[] => [
  new Command('export')
    .description('Writes what the server has not got into a file, sealed with WELLPULSE_PASSPHRASE')
    .argument('<file>', 'such as truck-7.wellpulse')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 export truck-7.wellpulse'))
    .action((file: string, _, command: Command) =>
      withDevice(command, async (client) => {
        const written = { HEAD: 0, EVENT: 0, PHOTO: 0 };
        const pieces = client.exportFile(passphrase(), ({ kind }) => {
          written[kind] += 1;
        });
        await writeDurably(file, pieces);
        say(words.terminal.wrote(String(written.EVENT), String(written.PHOTO), file));
      }),
    ),
  new Command('import')
    .description('Takes over what another device exported; opened with WELLPULSE_PASSPHRASE')
    .argument('<file>')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 import truck-9.wellpulse'))
    .action((file: string, _, command: Command) =>
      withDevice(command, async (client) => {
        const imported = await client.importFile(() => readPieces(file), passphrase());
        const { deviceName, events, photos, known, unread } = imported;
        say(words.terminal.tookOver(String(events), String(photos), deviceName, String(known)));
        if (unread > 0) say(words.partsNotRead(unread));
      }),
    ),
];
