/** Installs and builds the field app for browsers, while a stack runs. `npm start` starts it after its ready line (ADR 117). */
import { writeFile } from 'node:fs/promises';
import { constants, setPriority } from 'node:os';
import { runMain } from '../fail.mjs';
import { ensureInstalled, FIELD_APP } from '../install/install.mjs';

/** Whatever people wait for goes first. What this starts is as patient. */
async function letOthersPass() {
  setPriority(constants.priority.PRIORITY_LOW);
  // Linux weighs sessions first, and programs within each after that.
  if (process.platform === 'linux') await writeFile('/proc/self/autogroup', '19').catch(() => undefined);
}

await runMain(async () => {
  await letOthersPass();
  await ensureInstalled(FIELD_APP);
  // Needs packages that may just have come.
  const { buildMissing } = await import('../build/build.mjs');
  await buildMissing(['mobile'], console.log);
  return 0;
});
