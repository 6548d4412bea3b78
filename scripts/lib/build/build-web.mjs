import { join } from 'node:path';
import { Failure } from '../fail.mjs';
import { packageFile, root, stackEnvironment, stackNode } from '../paths.mjs';
import { runAndCollect } from '../run.mjs';

/** Builds the dashboard for production. */
export async function buildWeb() {
  const { code, output } = await runAndCollect(stackNode, [packageFile('next', 'dist/bin/next'), 'build'], {
    cwd: join(root, 'apps', 'web'),
    env: { ...stackEnvironment(), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (code !== 0) throw new Failure(`The dashboard could not be built:\n${output}`);
}
