/** What people do at the dashboard meanwhile. */
import type { ConflictRecord, RecordValues } from '@wellpulse/contracts';
import {
  DELETION,
  incomingValues,
  isDeletion,
  isReopenable,
  productionKey,
  type Workset,
} from '@wellpulse/domain';
import type { Random } from '../chance/random.ts';
import type { DashboardIntent } from '../server/dashboard-users.ts';
import { ADMIN, CREW } from '../server/tenant.ts';
import { DAYS, type World } from './world.ts';

type Make = (world: World, random: Random) => DashboardIntent | null;

const makeProduction: Make = ({ wellIds, server }, random) => {
  const aggregateId = random.pick(wellIds);
  const productionDate = random.pick(DAYS);
  const oilVolume = random.whole(1, 4);
  const row = server.store.begin().production.get(`${aggregateId}|${productionDate}`);
  const payload = { productionDate, oilVolume };
  if (row === undefined || row.deleted) return { eventType: 'PRODUCTION_CREATED', aggregateId, payload };
  const baseVersion = row.version;
  return random.isLucky(0.15)
    ? { eventType: 'PRODUCTION_DELETED', aggregateId, baseVersion, payload: { productionDate } }
    : { eventType: 'PRODUCTION_UPDATED', aggregateId, baseVersion, payload };
};

const changeItem: Make = ({ server, wellIds }, random) => {
  const items = server.store
    .begin()
    .equipment.all()
    .filter(({ deleted }) => !deleted);
  if (items.length === 0) return null;
  const { id: aggregateId, version: baseVersion } = random.pick(items);
  const payload = random.isLucky(0.3)
    ? { wellId: random.pick(wellIds) }
    : { status: random.pick(['OPERATIONAL', 'FAILED'] as const) };
  return random.isLucky(0.2)
    ? { eventType: 'EQUIPMENT_DELETED', aggregateId, baseVersion, payload: {} }
    : { eventType: 'EQUIPMENT_UPDATED', aggregateId, baseVersion, payload };
};

/** Somebody chooses, undoes what the rules did, or thinks better of what was chosen. */
const settleConflict: Make = ({ server }, random) => {
  const rows = server.store.begin();
  const conflicts = rows.conflicts.all();
  if (conflicts.length === 0) return null;
  const conflict = random.pick(conflicts);
  const { id: aggregateId, status } = conflict;
  if (isReopenable(conflict)) {
    const payload = { values: valuesBack(rows, conflict) };
    return { eventType: 'CONFLICT_REOPENED', aggregateId, payload };
  }
  if (status !== 'OPEN') return { eventType: 'CONFLICT_UNDONE', aggregateId, payload: {} };
  const choice = random.pick(['EXISTING', 'INCOMING'] as const);
  return { eventType: 'CONFLICT_RESOLVED', aggregateId, payload: { choice } };
};

/** What the choice had replaced, and nobody has changed since: the standing side, where the record holds the other one (ADR 97). */
function valuesBack(rows: Workset, conflict: ConflictRecord): RecordValues {
  const { status, choice, outcome, fields, existingData } = conflict;
  const tookTheOther = status === 'UNDONE' ? outcome !== 'OVERWRITE' : choice === 'INCOMING';
  const row = recordOf(rows, conflict);
  if (!tookTheOther || row === undefined) return {};
  if (isDeletion(conflict)) return row.deleted ? { [DELETION]: false } : {};
  const chosen = incomingValues(conflict);
  const now: Readonly<Record<string, unknown>> = { ...row };
  const back = row.deleted ? [] : fields.filter((field) => now[field] === (chosen[field] ?? null));
  return Object.fromEntries(back.map((field) => [field, existingData[field] ?? null]));
}

const recordOf = (rows: Workset, { recordId, wellId, productionDate }: ConflictRecord) =>
  productionDate === null
    ? rows.equipment.get(recordId)
    : rows.production.get(productionKey(wellId, productionDate));

/** Who has which wells; rarely, a well is plugged or renamed. */
const changeWell: Make = ({ wellIds }, random) => {
  const aggregateId = random.pick(wellIds);
  const wish = random.next();
  const operatorIds = CREW.filter(({ role }) => role === 'OPERATOR' && random.isLucky(0.4)).map(
    ({ id }) => id,
  );
  if (wish < 0.1) return { eventType: 'WELL_UPDATED', aggregateId, payload: { status: 'PLUGGED' } };
  if (wish < 0.15) return { eventType: 'WELL_DELETED', aggregateId, payload: {} };
  return { eventType: 'WELL_UPDATED', aggregateId, payload: { operatorIds } };
};

const WORK: readonly Make[] = [makeProduction, makeProduction, changeItem, settleConflict, changeWell];

export const workInDashboard = (world: World): void => make(world, world.random.pick(WORK));

/** A reading is typed, or changed, with a volume that nobody has entered before. */
export const typeAtTheDashboard = (world: World): void =>
  make(world, ({ wellIds, server }, random) => {
    const aggregateId = random.pick(wellIds);
    const payload = { productionDate: random.pick(DAYS), oilVolume: random.whole(100, 900) };
    const row = server.store.begin().production.get(productionKey(aggregateId, payload.productionDate));
    return row === undefined || row.deleted
      ? { eventType: 'PRODUCTION_CREATED', aggregateId, payload }
      : { eventType: 'PRODUCTION_UPDATED', aggregateId, baseVersion: row.version, payload };
  });

/** Wells are assigned to others, as between two shifts. */
export const assignWells = (world: World): void => make(world, changeWell);

function make(world: World, work: Make): void {
  const intent = work(world, world.random);
  if (intent !== null) world.server.dashboardUsers.do(ADMIN, intent);
}
