import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file that is readable by its owner only; a reader sees the old text or the new one, never a part. */
export async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = `${path}.new`;
  // Removed first, since `mode` counts for a new file only.
  await rm(temporary, { force: true });
  await writeFile(temporary, text, { mode: 0o600, flush: true });
  await rename(temporary, path);
}
