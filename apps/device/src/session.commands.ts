import { DEVICE_PLATFORMS, devicePlatformSchema, type DevicePlatform } from '@wellpulse/contracts';
import { Command, example, Option } from '@wellpulse/command-line';
import { say, secret, withDevice } from './open-device.ts';
import { words } from './words.ts';

const { terminal } = words;

interface RegisterOptions {
  readonly tenant: string;
  readonly email: string;
  readonly name: string;
  readonly platform: DevicePlatform;
}

export const sessionCommands = (): Command[] => [register(), signIn(), lock(), unlock()];

const password = (): string => secret('WELLPULSE_PASSWORD', process.env['WELLPULSE_PASSWORD']);

const register = (): Command =>
  new Command('register')
    .description('Signs in and registers this device. The password comes from WELLPULSE_PASSWORD')
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 --server http://127.0.0.1:3000/api register --tenant acme --email operator@acme.example --name "Truck 7"',
      ),
    )
    .requiredOption('--tenant <slug>', "the tenant's short name")
    .requiredOption('--email <email>', 'e-mail address')
    .requiredOption('--name <name>', 'how people call this device')
    .addOption(
      new Option('--platform <platform>', 'what the device is')
        .choices(DEVICE_PLATFORMS)
        .default('ELECTRON')
        .argParser((value) => devicePlatformSchema.parse(value)),
    )
    .action(({ tenant, email, name, platform }: RegisterOptions, command: Command) =>
      withDevice(command, async (client) => {
        const person = await client.sessions.register({
          tenant,
          email,
          password: password(),
          deviceName: name,
          platform,
        });
        say(terminal.registered(name, person.name));
      }),
    );

const signIn = (): Command =>
  new Command('sign-in')
    .description('Signs somebody in on this device. The password comes from WELLPULSE_PASSWORD')
    .addHelpText(
      'after',
      example(
        'npm run wellpulse-device -- --data ./truck-7 sign-in --tenant acme --email operator@acme.example',
      ),
    )
    .requiredOption('--tenant <slug>', "the tenant's short name")
    .requiredOption('--email <email>', 'e-mail address')
    .action(({ tenant, email }: { tenant: string; email: string }, command: Command) =>
      withDevice(command, async (client) => {
        const person = await client.sessions.signIn({ tenant, email, password: password() });
        say(terminal.atDevice(person.name));
      }),
    );

const lock = (): Command =>
  new Command('lock')
    .description('Nobody is at the device any more')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 lock'))
    .action((_, command: Command) =>
      withDevice(command, async (client) => {
        await client.sessions.lock();
        say(terminal.locked);
      }),
    );

const unlock = (): Command =>
  new Command('unlock')
    .description('Somebody who signed in before is at the device again')
    .argument('<email>', 'e-mail address')
    .addHelpText(
      'after',
      example('npm run wellpulse-device -- --data ./truck-7 unlock operator@acme.example'),
    )
    .action((email: string, _, command: Command) =>
      withDevice(command, async (client) => {
        const person = (await client.sessions.people()).find((known) => known.email === email);
        if (person === undefined) throw new Error(terminal.unknownPerson(email));
        await client.sessions.unlock(person.id);
        say(terminal.atDevice(person.name));
      }),
    );
