/** The command-line tool: `npm run wellpulse -- …`. The only way to make and suspend tenants. */
import { runWellpulse } from './cli-program.ts';

const code = await runWellpulse(process.argv.slice(2));
// A command that reports what is wrong, such as "audit verify", has set the exit code by itself.
if (code !== 0) process.exitCode = code;
