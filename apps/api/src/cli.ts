/** The command-line tool: `npm run wellpulse -- …`. The only way to make and suspend tenants. */
import { Command } from 'commander';
import { auditCommands } from './cli/audit.commands.ts';
import { importCommand } from './cli/import.command.ts';
import { migrateCommand } from './cli/migrate.command.ts';
import { photoCommands } from './cli/photo.commands.ts';
import { tenantCommands } from './cli/tenant.commands.ts';
import { userCommands } from './cli/user.commands.ts';
import { SettingsError } from './config/settings.ts';
import { ProblemError } from './http/problem-error.ts';
import { demoCommands } from './demo/demo.commands.ts';

const program = new Command('wellpulse').description('Administers WellPulse').showHelpAfterError();
for (const command of [
  tenantCommands(),
  userCommands(),
  migrateCommand(),
  importCommand(),
  auditCommands(),
  photoCommands(),
  demoCommands(),
]) {
  program.addCommand(command);
}

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}

function messageOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const fields = (error.details.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`);
    const { detail } = error.details;
    return `${error.message}${detail === undefined ? '' : `: ${detail}`}${fields.join('')}`;
  }
  if (error instanceof SettingsError || !(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
