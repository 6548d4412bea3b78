import { Command, example } from '@wellpulse/command-line';
import { demoCommands } from './demo/demo.commands.ts';
import { auditCommands } from './cli/audit.commands.ts';
import { importCommand } from './cli/import.command.ts';
import { migrateCommand } from './cli/migrate.command.ts';
import { photoCommands } from './cli/photo.commands.ts';
import { restoredCommand } from './cli/restored.command.ts';
import { tenantCommands } from './cli/tenant.commands.ts';
import { userCommands } from './cli/user.commands.ts';

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
