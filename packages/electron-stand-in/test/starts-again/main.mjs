/** Starts itself again, as an app does after a setting that holds from its next start. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';

if (process.argv.includes('--again')) writeFileSync(join(app.getPath('userData'), 'again'), '');
else app.relaunch({ args: [...process.argv.slice(1), '--again'] });
app.exit(0);
