import { Command, example, runProgram } from '@wellpulse/command-line';
import { demoCommands } from './demo/demo.commands.ts';
import { auditCommands } from './cli/audit.commands.ts';
import { importCommand } from './cli/import.command.ts';
import { migrateCommand } from './cli/migrate.command.ts';
import { photoCommands } from './cli/photo.commands.ts';
import { restoredCommand } from './cli/restored.command.ts';
import { tenantCommands } from './cli/tenant.commands.ts';
import { userCommands } from './cli/user.commands.ts';
import { SettingsError } from './config/settings.ts';
import { ProblemError } from './http/problems/problem-error.ts';

/** What the tool understands at the terminal. */
export function wellpulseProgram(): Command {
  const program = new Command('wellpulse')
    .description('Administers WellPulse')
    .addHelpText('after', example('npm run wellpulse -- tenant list'));
  const commands = [
    tenantCommands(),
    userCommands(),
    migrateCommand(),
    importCommand(),
    auditCommands(),
    photoCommands(),
    restoredCommand(),
    demoCommands(),
  ];
  for (const command of commands) program.addCommand(command);
  return program;
}

/** Runs one command, and gives its exit code. */
export const runWellpulse = (args: readonly string[]): Promise<number> =>
  runProgram(wellpulseProgram(), args, { messageOf });

function messageOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const fields = (error.details.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`);
    const { detail } = error.details;
    return `${error.message}${detail === undefined ? '' : `: ${detail}`}${fields.join('')}`;
  }
  if (error instanceof SettingsError || !(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
