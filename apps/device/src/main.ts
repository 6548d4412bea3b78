/** A device at the command line: `npm run wellpulse-device -- …`. The same offline client as in the apps. */
import { Command } from 'commander';
import { enterCommands } from './enter.commands.ts';
import { handoverCommands } from './handover.commands.ts';
import { listCommands } from './list.commands.ts';
import { sessionCommands } from './session.commands.ts';
import { syncCommands } from './sync.commands.ts';

const program = new Command('wellpulse-device')
  .description('A client device: keeps what is entered, with or without a network, and syncs')
  .requiredOption('--data <folder>', "the device's own folder; it is made if it isn't there")
  .option('--server <url>', 'address of the API; remembered from registering on')
  .showHelpAfterError();
for (const command of [
  ...sessionCommands(),
  enterCommands(),
  listCommands(),
  ...syncCommands(),
  ...handoverCommands(),
]) {
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
