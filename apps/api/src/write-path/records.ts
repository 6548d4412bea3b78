/**
 * Between the tables' rows and the rules' records, both ways, for each kind of record. A field of a record's schema is
 * mapped by its name; nothing has to be written here for a new one. `deleted_at` becomes `deleted` and `deletedAt`.
 */
import {
  alertRecordSchema,
  conflictRecordSchema,
  deviceRecordSchema,
  equipmentSchema,
  maintenanceSchema,
  photoRecordSchema,
  productionRecordSchema,
  sessionUserSchema,
  tenantSettingsSchema,
  userSchema,
  wellSchema,
  type TenantSettings,
} from '@wellpulse/contracts';
import {
  deletionMoment,
  type Deletable,
  type FieldHistory,
  type LineageRow,
  type PhotoRow,
} from '@wellpulse/domain';
import { mapRows, mapSchema, namesIn, type Columns, type RowMapping } from '../database/columns.ts';
import type { TenantSchema } from '../database/tenant-schema.ts';

/** A deleted row was deleted by its last change, or has the moment beside that. */
function withDeletion<Fields extends { updatedAt: string }>({ toRecord, toRow }: RowMapping<Fields>) {
  return {
    toRecord: (
      row: Columns<Fields> & { deleted_at: string | null },
    ): Fields & Pick<Deletable, 'deleted' | 'deletedAt'> => {
      const record = { ...toRecord(row), deleted: row.deleted_at !== null };
      if (row.deleted_at === null || row.deleted_at === record.updatedAt) return record;
      return { ...record, deletedAt: row.deleted_at };
    },
    toRow: (record: Fields & Deletable) => ({
      ...toRow(record),
      deleted_at: deletionMoment(record),
    }),
  };
}

const wells = mapSchema(wellSchema);
const production = mapSchema(productionRecordSchema);
const equipment = mapSchema(equipmentSchema);
export const { toRecord: toWell } = wells;
export const { toRecord: toProduction } = production;
export const { toRecord: toEquipment } = equipment;
export const { toRecord: toWellRow, toRow: fromWell } = withDeletion(wells);
export const { toRecord: toProductionRow, toRow: fromProduction } = withDeletion(production);
export const { toRecord: toEquipmentRow, toRow: fromEquipment } = withDeletion(equipment);
export const { toRecord: toUserRow, toRow: fromUser } = withDeletion(
  mapSchema(userSchema.omit({ lastLoginAt: true })),
);
/** With the column of `user_credentials` that says when they last signed in. */
export const { toRecord: toUser } = mapSchema(userSchema);
export const { toRecord: toSessionUser } = mapSchema(sessionUserSchema);

export const { toRecord: toMaintenance, toRow: fromMaintenance } = mapSchema(maintenanceSchema);
export const { toRecord: toAlertRow, toRow: fromAlert } = mapSchema(alertRecordSchema);
export const { toRecord: toConflict, toRow: fromConflict } = mapSchema(conflictRecordSchema);
export const { toRecord: toPhotoRow, toRow: fromPhoto } = mapRows<PhotoRow>([
  ...namesIn(photoRecordSchema.omit({ blobName: true })),
  'aliasIds',
]);
export const { toRecord: toHistory, toRow: fromHistory } = mapRows<FieldHistory>(['recordId', 'writes']);
export const { toRecord: toLineage, toRow: fromLineage } = mapRows<LineageRow>([
  'id',
  'versionFloor',
  'begunAt',
  'cause',
  'deviceId',
  'userId',
  'closedAt',
  'closedBy',
]);
export const { toRecord: toDeviceRow, toRow: fromDevice } = mapSchema(deviceRecordSchema);

const settings = mapSchema(tenantSettingsSchema);
export const { toRecord: toSettings } = settings;
export const fromSettings = (record: TenantSettings): TenantSchema['tenant_settings'] => ({
  ...settings.toRow(record),
  only_row: true,
});
