/** Single values by name. */
import { keptQuery, type Db } from './kysely-on.ts';

const valueOf = keptQuery((db, key: string) =>
  db.selectFrom('meta').where('key', '=', key).select('value').compile(),
);

export const findMeta = async (db: Db, key: string): Promise<string | null> =>
  (await valueOf(db, key))[0]?.value ?? null;

export async function setMeta(db: Db, key: string, value: string): Promise<void> {
  await db
    .insertInto('meta')
    .values({ key, value })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
    .execute();
}
