/** Refusals that this device knows, and that the server lost when it was put back. A file may bring such an entry to the server again (ADR 44). */
import { waitsUntil } from '@wellpulse/domain';
import { serverNow } from '../../clock/server-now.ts';
import type { Db } from '../../database/kysely-on.ts';
import { findMeta, setMeta } from '../../database/meta.ts';
import { storedObject } from '../../lib/stored-json.ts';
import type { Clock } from '../../ports/clock.ts';
import { instantOf } from '../../ports/ids.ts';

const FORGOTTEN = 'forgotten_refusals';

interface Forgotten {
  readonly ids: readonly string[];
  /** RFC 3339, by the server's clock. */
  readonly until: string;
}

interface Refused {
  readonly id: string;
}

/** Another restore begins another list: it asks of each refused entry first. */
export async function keepForgotten(db: Db, clock: Clock, refused: readonly Refused[]): Promise<void> {
  const begunAt = instantOf((await serverNow(db, clock)) ?? clock.now());
  await put(db, { ids: refused.map(({ id }) => id), until: waitsUntil({ begunAt }) });
}

/** The ids; none once the wait for what was lost is over. `serverTime` is RFC 3339. */
export async function forgottenRefusals(db: Db, serverTime: string): Promise<readonly string[]> {
  const { ids, until } = await find(db);
  return Date.parse(serverTime) > Date.parse(until) ? [] : ids;
}

export async function dropForgotten(db: Db, dropped: readonly Refused[]): Promise<void> {
  const { ids, until } = await find(db);
  await put(db, { ids: ids.filter((id) => !dropped.some((refused) => refused.id === id)), until });
}

const NONE: Forgotten = { ids: [], until: '1970-01-01T00:00:00.000Z' };

async function find(db: Db): Promise<Forgotten> {
  const kept = await findMeta(db, FORGOTTEN);
  return kept === null ? NONE : (storedObject(kept) as Forgotten);
}

const put = (db: Db, forgotten: Forgotten): Promise<void> =>
  setMeta(db, FORGOTTEN, JSON.stringify(forgotten));
