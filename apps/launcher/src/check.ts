/** Says what is wrong with the settings, if anything, before a build makes one wait for it. */
import { explain } from './explain.ts';
import { parseSettings } from './settings.ts';

try {
  parseSettings(process.env, process.cwd());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
