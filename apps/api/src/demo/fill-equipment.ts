/** Brings the demo equipment and its maintenance into a tenant, through the public API; finds nothing twice. */
import { endpoints, type MaintenanceCreateInput } from '@wellpulse/contracts';
import { say } from '../cli/context.ts';
import { dayNumber } from '@wellpulse/domain';
import type { DemoApi } from './demo-api.ts';
import { demoEquipment, type DemoItem } from './demo-equipment.ts';
import { demoLocation } from './demo-location.ts';
import type { DemoWell } from './demo-wells.ts';

const { equipment, maintenance } = endpoints;
const ALL = { query: { limit: '1000' } };

/** A well that is there, and who drives to it. */
interface PlacedWell {
  readonly id: string;
  readonly operator: string;
  readonly well: DemoWell;
}

/** `wells` in the order in which the tenant's seed makes them; `today` is what days are counted back from. */
export async function fillEquipment(
  api: DemoApi,
  seed: number,
  wells: readonly PlacedWell[],
  today: string,
): Promise<void> {
  const { items: itemsThere } = await api.as('manager', equipment.list, ALL);
  const { items: logsThere } = await api.as('manager', maintenance.list, ALL);
  const there = {
    idBySerial: new Map(itemsThere.map(({ serialNumber, id }) => [serialNumber, id])),
    logged: new Set(logsThere.map((log) => keyOf(log.equipmentId, log))),
  };
  const wanted = wells.map((well, index) => ({ well, items: demoEquipment(seed, index, today) }));
  // The operators work at the same time, as they would.
  const rounds = [...Map.groupBy(wanted, ({ well }) => well.operator).values()];
  await Promise.all(
    rounds.map(async (round) => {
      for (const { well, items } of round) for (const item of items) await fillItem(api, there, well, item);
    }),
  );
  const items = wanted.flatMap((one) => one.items);
  say(`  ${items.length} items of equipment, ${items.flatMap(({ logs }) => logs).length} maintenance logs`);
}

interface There {
  readonly idBySerial: ReadonlyMap<string, string>;
  readonly logged: ReadonlySet<string>;
}

async function fillItem(
  api: DemoApi,
  { idBySerial, logged }: There,
  { id: wellId, operator, well }: PlacedWell,
  { item, logs }: DemoItem,
): Promise<void> {
  const equipmentId =
    idBySerial.get(item.serialNumber) ??
    (await api.as(operator, equipment.create, { params: { wellId }, body: item })).id;
  for (const log of logs) {
    if (logged.has(keyOf(equipmentId, log))) continue;
    const location = demoLocation(
      Number(item.serialNumber.replace(/\D/g, '')) + dayNumber(log.maintenanceDate),
      well,
      new Date(`${log.maintenanceDate}T16:20:00Z`),
    );
    await logMaintenance(api, operator, equipmentId, { ...log, location });
  }
}

const keyOf = (
  equipmentId: string,
  log: Pick<MaintenanceCreateInput, 'maintenanceDate' | 'maintenanceType'>,
): string => `${equipmentId}|${log.maintenanceDate}|${log.maintenanceType}`;

/** A log names photos that are stored already: whatever pictures it has are uploaded here, before it. */
async function logMaintenance(
  api: DemoApi,
  operator: string,
  equipmentId: string,
  log: MaintenanceCreateInput,
): Promise<void> {
  await api.as(operator, maintenance.log, { params: { equipmentId }, body: log });
}
