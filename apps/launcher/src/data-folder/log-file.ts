import { rename } from 'node:fs/promises';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

const TAIL_BYTES = 2_000;

/** Starts a new log `<name>.log` in this folder; the one of the run before becomes `<name>.1.log`. Returns its path. */
export async function rotateLog(folder: string, name: string): Promise<string> {
  const path = join(folder, `${name}.log`);
  await rename(path, join(folder, `${name}.1.log`)).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
  return path;
}

/** The last lines of a log, for a message about a program that failed. */
export async function logTail(path: string): Promise<string> {
  const file = await open(path, 'r');
  try {
    return await readTail(file);
  } finally {
    await file.close();
  }
}

async function readTail(file: FileHandle): Promise<string> {
  const { size } = await file.stat();
  const start = Math.max(0, size - TAIL_BYTES);
  const buffer = Buffer.alloc(size - start);
  await file.read(buffer, 0, buffer.length, start);
  return buffer.toString('utf8').trim();
}
