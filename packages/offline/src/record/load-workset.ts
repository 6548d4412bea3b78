/** Loads what the rules look at for one new entry: the rows as the person sees them, own events included. */
import type { ConflictRecord, TenantSettings } from '@wellpulse/contracts';
import {
  needRecordOf,
  needsOf,
  productionKey,
  SETTINGS_KEY,
  Workset,
  type DomainEvent,
  type EquipmentRow,
  type MaintenanceRow,
  type Needs,
  type ProductionRow,
  type WellRow,
} from '@wellpulse/domain';
import { sql } from 'kysely';
import { anyOfJson } from '../database/any-of.ts';
import { keptQuery, type Db } from '../database/kysely-on.ts';
import { readRow } from '../lib/stored-row.ts';

type LocalTable = 'production_data' | 'equipment' | 'wells' | 'equipment_maintenance' | 'conflicts';

/** Finds the rows of a table, own events included, that name any of the keys in a column. */
function rowsBy<Row extends object>(table: LocalTable, column: 'key' | 'equipment_id' | 'serial_key') {
  const find = keptQuery((db, keys: string) =>
    sql<{ row: string }>`
      select coalesce(local_row, server_row) as row from ${sql.table(table)}
      where ${sql.ref(column)} in ${anyOfJson(keys)}`.compile(db),
  );
  return async (db: Db, keys: Iterable<string>): Promise<Row[]> => {
    const wanted = [...keys];
    if (wanted.length === 0) return [];
    const rows = await find(db, JSON.stringify(wanted));
    return rows.map(({ row }) => readRow(table, row) as Row);
  };
}

const readings = rowsBy<ProductionRow>('production_data', 'key');
const itemsOf = rowsBy<EquipmentRow>('equipment', 'key');
const itemsBySerial = rowsBy<EquipmentRow>('equipment', 'serial_key');
const wellsOf = rowsBy<WellRow>('wells', 'key');
const logsOfItems = rowsBy<MaintenanceRow>('equipment_maintenance', 'equipment_id');
const logs = rowsBy<MaintenanceRow>('equipment_maintenance', 'key');
const conflictsOf = rowsBy<ConflictRecord>('conflicts', 'key');

export async function loadWorkset(db: Db, event: DomainEvent, settings: TenantSettings): Promise<Workset> {
  const workset = new Workset({ isReplica: true });
  workset.settings.load(SETTINGS_KEY, settings);
  const needs = await needsWithConflict(db, event);
  const days = [...needs.productionDays.values()].map(({ wellId, day }) => productionKey(wellId, day));
  for (const row of await readings(db, days)) {
    workset.production.load(productionKey(row.wellId, row.productionDate), withDeleted(row));
  }
  const items = [
    ...(await itemsOf(db, needs.equipmentIds)),
    ...(await itemsBySerial(db, needs.serialNumbers)),
  ];
  for (const row of items) {
    workset.equipment.load(row.id, withDeleted(row));
    // What is done to an item is judged by the well that it stands at.
    needs.wellIds.add(row.wellId);
  }
  for (const row of await wellsOf(db, needs.wellIds)) workset.wells.load(row.id, withDeleted(row));
  for (const row of await logsOfItems(db, needs.maintainedIds)) workset.maintenance.load(row.id, row);
  for (const row of await logs(db, needs.maintenanceIds)) workset.maintenance.load(row.id, row);
  for (const row of await conflictsOf(db, needs.conflictIds)) workset.conflicts.load(row.id, row);
  return workset;
}

/** A decision on a conflict is one on its record too. */
async function needsWithConflict(db: Db, event: DomainEvent): Promise<Needs> {
  const needs = needsOf([event]);
  for (const conflict of await conflictsOf(db, needs.conflictIds)) needRecordOf(needs, conflict);
  return needs;
}

/** The server's rows of wells come without the mark. */
const withDeleted = <Row extends { readonly deleted: boolean }>(row: Row): Row => ({
  ...row,
  deleted: (row as Partial<Row>).deleted ?? false,
});
