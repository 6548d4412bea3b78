/** Equipment and its maintenance: what stands where, what is due, and what was done. */
import {
  dueItemSchema,
  EQUIPMENT_FIELDS,
  equipmentSchema,
  equipmentUpdateSchema,
  eventPhotosSchema,
  filledShape,
  MAINTENANCE_FIELDS,
  maintenanceEntrySchema,
  maintenanceSchema,
  uuidSchema,
} from '@wellpulse/contracts';
import { z } from 'zod';
import { method } from './method.ts';

/** So many items are listed at once; who looks for another types more. */
export const MOST_ITEMS_FOUND = 100;

const itemSchema = equipmentSchema.extend({
  wellName: z.string(),
  isPending: z.boolean(),
  /** The day of the next service; null if nothing says one. */
  due: dueItemSchema.pick({ nextMaintenanceDate: true, dueStatus: true, daysLeft: true }).nullable(),
});
/** An item with its place and its next service. */
export type DeskItem = z.infer<typeof itemSchema>;

const days = z.int().nullable();

/** A log as it is read here: photos are looked up by their hashes. */
const logSchema = maintenanceEntrySchema.omit({ photos: true }).extend({ isPending: z.boolean() });
/** A log of an item. */
export type DeskLog = z.infer<typeof logSchema>;

/** `RecordAnswer` of the forms. */
const answerSchema = <Row extends z.ZodType>(row: Row) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('SAVED'), record: row }),
    z.object({ kind: z.literal('STALE'), trouble: troubleSchema, newer: row.nullable() }),
    z.object({ kind: z.literal('REFUSED'), trouble: troubleSchema, errors: errorsSchema }),
    z.object({ kind: z.literal('HELD') }),
  ]);
const troubleSchema = z.object({ code: z.string(), detail: z.string().nullable() });
const errorsSchema = z.array(z.object({ path: z.string(), message: z.string() })).readonly();

const values = z.strictObject(filledShape(EQUIPMENT_FIELDS));

export const EQUIPMENT_METHODS = {
  /** Of a well, or of all wells; the number of all that match stands beside those that are listed. */
  'equipment.list': method(
    z.strictObject({ wellId: uuidSchema.nullable(), text: z.string().max(200) }),
    z.object({ items: z.array(itemSchema).max(MOST_ITEMS_FOUND), total: z.int() }),
  ),
  /** Null for an item that this laptop does not know. */
  'equipment.get': method(
    z.strictObject({ equipmentId: uuidSchema }),
    z
      .object({
        item: itemSchema,
        /** Newest first. */
        logs: z.array(logSchema),
        /** Days from one service to the next that count for the item, by maintenance type. */
        serviceDays: z.object({ ROUTINE: days, REPAIR: days, INSPECTION: days }),
      })
      .nullable(),
  ),
  /** What is overdue or due within 14 days, the most urgent first. */
  'equipment.due': method(z.strictObject({}), z.array(dueItemSchema.extend({ isPending: z.boolean() }))),
  /** Answers when the item is on the disk, or says why it is not. `base` is the item that is changed. */
  'equipment.save': method(
    z.strictObject({
      base: equipmentSchema.strict().nullable(),
      item: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('NEW'), values }),
        z.strictObject({ kind: z.literal('CHANGE'), changes: equipmentUpdateSchema.strict() }),
      ]),
    }),
    answerSchema(equipmentSchema),
  ),
  /** Answers when the log is on the disk, or says why it is not. */
  'equipment.log': method(
    z.strictObject({
      equipmentId: uuidSchema,
      values: z.strictObject(filledShape(MAINTENANCE_FIELDS)),
      photos: eventPhotosSchema,
    }),
    answerSchema(maintenanceSchema),
  ),
} as const;
