import { Command, example, runProgram } from '@wellpulse/command-line';
import { enterCommands } from './enter.commands.ts';
import { handoverCommands } from './handover.commands.ts';
import { listCommands } from './list.commands.ts';
import { reenterCommand } from './reenter.command.ts';
import { sessionCommands } from './session.commands.ts';
import { syncCommands } from './sync.commands.ts';
import { messageOf } from './words.ts';

/** What the device understands at the terminal. Its help is English (ADR 56). */
export function deviceProgram(): Command {
  const program = new Command('wellpulse-device')
    .description('A client device: keeps what is entered, with or without a network, and syncs')
    .requiredOption('--data <folder>', "the device's own folder; it is made if it isn't there")
    .option('--server <url>', 'address of the API; remembered from registering on')
    .addHelpText('after', example('npm run wellpulse-device -- --data ./truck-7 status'));
  const commands = [
    ...sessionCommands(),
    enterCommands(),
    reenterCommand(),
    listCommands(),
    ...syncCommands(),
    ...handoverCommands(),
  ];
  for (const command of commands) program.addCommand(command);
  return program;
}

/** Runs one command, and gives its exit code. */
export const runDeviceProgram = (args: readonly string[]): Promise<number> =>
  runProgram(deviceProgram(), args, { messageOf });
