import { originSchema } from '@wellpulse/contracts';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ office: originSchema.optional() });

/** The origin that whoever built the program put in as `office` of its `package.json`; null for none. */
export async function builtInServer(appFolder: string): Promise<string | null> {
  const text = await readFile(join(appFolder, 'package.json'), 'utf8');
  return manifestSchema.parse(JSON.parse(text)).office ?? null;
}
