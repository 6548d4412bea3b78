import type { Db } from '../database/kysely-on.ts';

/** The paths of all photos whose files are on this device. */
export async function knownPaths(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom('photos').where('path', 'is not', null).select('path').execute();
  return new Set(rows.flatMap(({ path }) => path ?? []));
}
