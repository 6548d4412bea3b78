import { mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';

/** Where things are in a data folder. */
export interface DataFolder {
  /** Real absolute path: the same for everyone who means this folder. */
  readonly path: string;
  readonly postgres: string;
  readonly blob: string;
  readonly logs: string;
  /** Exists while the stack runs: how to reach it. */
  readonly runtimeFile: string;
}

/**
 * Opens a data folder, making it if need be. Others may enter it, since PostgreSQL runs as a user of its own when this
 * runs as root; they may look into none of what it holds.
 */
export async function openDataFolder(dataDir: string): Promise<DataFolder> {
  await mkdir(dataDir, { recursive: true });
  for (const name of ['blob', 'logs']) await mkdir(join(dataDir, name), { recursive: true, mode: 0o700 });
  const path = await realpath(dataDir);
  return {
    path,
    postgres: join(path, 'postgres'),
    blob: join(path, 'blob'),
    logs: join(path, 'logs'),
    runtimeFile: join(path, 'runtime.json'),
  };
}
