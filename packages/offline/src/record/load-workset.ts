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
import { sql, type Expression } from 'kysely';
import { anyOf } from '../database/any-of.ts';
import type { Db } from '../database/kysely-on.ts';
import { readRow } from '../lib/stored-row.ts';

export async function loadWorkset(db: Db, event: DomainEvent, settings: TenantSettings): Promise<Workset> {
  const workset = new Workset({ isReplica: true });
  workset.settings.load(SETTINGS_KEY, settings);
  const needs = await needsWithConflict(db, event);
  const days = [...needs.productionDays.values()].map(({ wellId, day }) => productionKey(wellId, day));
  for (const row of await rowsOf<ProductionRow>(db, 'production_data', sql.ref('key'), days)) {
    workset.production.load(productionKey(row.wellId, row.productionDate), withDeleted(row));
  }
  const { equipmentIds, serialNumbers } = needs;
  const items = [
    ...(await rowsOf<EquipmentRow>(db, 'equipment', sql.ref('key'), [...equipmentIds])),
    ...(await rowsOf<EquipmentRow>(db, 'equipment', sql.ref('serial_key'), [...serialNumbers])),
  ];
  for (const row of items) {
    workset.equipment.load(row.id, withDeleted(row));
    // What is done to an item is judged by the well that it stands at.
    needs.wellIds.add(row.wellId);
  }
  for (const row of await rowsOf<WellRow>(db, 'wells', sql.ref('key'), [...needs.wellIds])) {
    workset.wells.load(row.id, withDeleted(row));
  }
  for (const row of await rowsOf<MaintenanceRow>(db, 'equipment_maintenance', sql.ref('equipment_id'), [
    ...needs.maintainedIds,
  ])) {
    workset.maintenance.load(row.id, row);
  }
  for (const row of await rowsOf<MaintenanceRow>(db, 'equipment_maintenance', sql.ref('key'), [
    ...needs.maintenanceIds,
  ])) {
    workset.maintenance.load(row.id, row);
  }
  for (const row of await rowsOf<ConflictRecord>(db, 'conflicts', sql.ref('key'), [...needs.conflictIds])) {
    workset.conflicts.load(row.id, row);
  }
  return workset;
}

/** A decision on a conflict is one on its record too. */
async function needsWithConflict(db: Db, event: DomainEvent): Promise<Needs> {
  const needs = needsOf([event]);
  const ids = [...needs.conflictIds];
  for (const conflict of await rowsOf<ConflictRecord>(db, 'conflicts', sql.ref('key'), ids)) {
    needRecordOf(needs, conflict);
  }
  return needs;
}

async function rowsOf<Row>(
  db: Db,
  table: string,
  column: Expression<unknown>,
  keys: readonly string[],
): Promise<Row[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ row: string }>`
    select coalesce(local_row, server_row) as row from ${sql.table(table)}
    where ${column} in ${anyOf(keys)}`.execute(db);
  return rows.map(({ row }) => readRow(table, row) as Row);
}

/** The server's rows of wells come without the mark. */
const withDeleted = <Row extends { readonly deleted: boolean }>(row: Row): Row => ({
  ...row,
  deleted: (row as Partial<Row>).deleted ?? false,
});
