/** The command-line tool: `npm run wellpulse -- …`. The only way to make and suspend tenants. */
import { runProgram } from '@wellpulse/command-line';
import { wellpulseProgram } from './cli-program.ts';
import { SettingsError } from './config/settings.ts';
import { ProblemError } from './http/problem-error.ts';

const code = await runProgram(wellpulseProgram(), process.argv.slice(2), { messageOf });
// A command that reports what is wrong, such as "audit verify", has set the exit code by itself.
if (code !== 0) process.exitCode = code;

function messageOf(error: unknown): string {
  if (error instanceof ProblemError) {
    const fields = (error.details.errors ?? []).map(({ path, message }) => `\n  ${path}: ${message}`);
    const { detail } = error.details;
    return `${error.message}${detail === undefined ? '' : `: ${detail}`}${fields.join('')}`;
  }
  if (error instanceof SettingsError || !(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
