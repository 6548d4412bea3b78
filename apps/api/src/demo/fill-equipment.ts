/** Brings the demo equipment and its maintenance into a tenant, through the public API; finds nothing twice. */
import { endpoints, type MaintenanceCreateInput } from '@wellpulse/contracts';
import { say } from '../cli/context.ts';
import type { DemoApi } from './demo-api.ts';
import { demoEquipment } from './demo-equipment.ts';

const { equipment, maintenance } = endpoints;
const ALL = { query: { limit: '1000' } };

/** A well that is there, and who drives to it. */
interface PlacedWell {
  readonly id: string;
  readonly operator: string;
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
  const idBySerial = new Map(itemsThere.map(({ serialNumber, id }) => [serialNumber, id]));
  const logged = new Set(logsThere.map((log) => keyOf(log.equipmentId, log)));
  let items = 0;
  let logs = 0;
  for (const [index, { id: wellId, operator }] of wells.entries()) {
    for (const { item, logs: wanted } of demoEquipment(seed, index, today)) {
      const equipmentId =
        idBySerial.get(item.serialNumber) ??
        (await api.as(operator, equipment.create, { params: { wellId }, body: item })).id;
      for (const log of wanted) {
        if (!logged.has(keyOf(equipmentId, log))) await logMaintenance(api, operator, equipmentId, log);
      }
      items += 1;
      logs += wanted.length;
    }
  }
  say(`  ${items} items of equipment, ${logs} maintenance logs`);
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
