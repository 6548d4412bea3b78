/** What people do at the dashboard meanwhile. */
import { productionKey } from '@wellpulse/domain';
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

const settleConflict: Make = ({ server }, random) => {
  const conflicts = server.store.begin().conflicts.all();
  if (conflicts.length === 0) return null;
  const { id: aggregateId, status } = random.pick(conflicts);
  if (status !== 'OPEN') return { eventType: 'CONFLICT_UNDONE', aggregateId, payload: {} };
  const choice = random.pick(['EXISTING', 'INCOMING'] as const);
  return { eventType: 'CONFLICT_RESOLVED', aggregateId, payload: { choice } };
};

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
