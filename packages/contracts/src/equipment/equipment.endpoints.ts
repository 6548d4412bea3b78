import { z } from 'zod';
import { endpoint } from '../endpoint/endpoint.ts';
import { text, uuidSchema } from '../fields/fields.ts';
import { historyEntrySchema } from '../fields/history.ts';
import { countedPageOf, orderSchema, pageQuery, wholeListOf } from '../fields/lists.ts';
import { dueStatusSchema } from './due.ts';
import { equipmentCreateSchema, equipmentSchema, equipmentUpdateSchema } from './equipment.ts';
import { equipmentStatusSchema, equipmentTypeSchema } from './equipment.fields.ts';

const tag = 'Equipment';
const params = z.object({ equipmentId: uuidSchema });

/** An item as it is read: with its well and what is due. */
export const equipmentItemSchema = equipmentSchema
  .extend({
    wellName: z.string(),
    lastMaintenanceDate: z.string().nullable(),
    nextMaintenanceDate: z.string().nullable().meta({
      description:
        'From the newest log that has one; for an item that was never serviced, its installation plus the interval',
    }),
    dueStatus: dueStatusSchema.nullable(),
    serviceIntervals: z
      .object({ ROUTINE: z.int().nullable(), REPAIR: z.int().nullable(), INSPECTION: z.int().nullable() })
      .meta({ description: 'Days that count for this item, by maintenance type' }),
    photoCount: z.int(),
  })
  .meta({ id: 'EquipmentItem' });
export type EquipmentItem = z.infer<typeof equipmentItemSchema>;

const listQuery = {
  ...pageQuery,
  search: text(100).optional().meta({
    description: 'In serial number, asset tag, manufacturer, model and well name',
  }),
  equipmentType: equipmentTypeSchema.optional(),
  type: equipmentTypeSchema.optional().meta({ description: 'The same as `equipmentType`' }),
  status: equipmentStatusSchema.optional(),
  serialNumber: text(100).optional().meta({ description: 'Part of it, in any case' }),
  assetTag: text(100).optional().meta({ description: 'Part of it, in any case' }),
  manufacturer: text(255).optional().meta({ description: 'Part of it, in any case' }),
  due: dueStatusSchema.optional(),
  sort: z
    .enum([
      'serialNumber',
      'equipmentType',
      'status',
      'wellName',
      'manufacturer',
      'nextMaintenanceDate',
      'createdAt',
    ])
    .default('serialNumber'),
  order: orderSchema.default('asc'),
};

export const equipmentEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/equipment',
    access: 'READ',
    summary: 'Search all equipment',
    tag,
    query: z.object({ ...listQuery, wellId: uuidSchema.optional() }),
    status: 200,
    answer: countedPageOf(equipmentItemSchema),
  }),
  listOfWell: endpoint({
    method: 'GET',
    path: '/wells/:wellId/equipment',
    access: 'READ',
    summary: 'The equipment of a well',
    tag,
    params: z.object({ wellId: uuidSchema }),
    query: z.object(listQuery),
    status: 200,
    answer: countedPageOf(equipmentItemSchema),
    problems: ['WELL_NOT_FOUND'],
  }),
  create: endpoint({
    method: 'POST',
    path: '/wells/:wellId/equipment',
    access: 'ENTER',
    summary: 'Add an item to a well',
    tag,
    params: z.object({ wellId: uuidSchema }),
    body: equipmentCreateSchema,
    status: 201,
    answer: equipmentItemSchema,
    problems: ['WELL_NOT_FOUND', 'WELL_PLUGGED', 'SERIAL_NUMBER_TAKEN'],
  }),
  get: endpoint({
    method: 'GET',
    path: '/equipment/:equipmentId',
    access: 'READ',
    summary: 'One item',
    tag,
    params,
    status: 200,
    answer: equipmentItemSchema,
    problems: ['EQUIPMENT_NOT_FOUND'],
  }),
  update: endpoint({
    method: 'PUT',
    path: '/equipment/:equipmentId',
    access: 'ENTER',
    summary: 'Change an item, or move it to another well',
    tag,
    params,
    body: equipmentUpdateSchema,
    status: 200,
    answer: equipmentItemSchema,
    problems: [
      'EQUIPMENT_NOT_FOUND',
      'VERSION_CONFLICT',
      'SERIAL_NUMBER_TAKEN',
      'WELL_NOT_FOUND',
      'WELL_PLUGGED',
    ],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/equipment/:equipmentId',
    access: 'ENTER',
    summary:
      'Delete an item (soft), its maintenance and photos stay in the log: managers any, whoever made it while nobody else has touched it',
    tag,
    params,
    status: 204,
    answer: null,
    problems: ['EQUIPMENT_NOT_FOUND'],
  }),
  history: endpoint({
    method: 'GET',
    path: '/equipment/:equipmentId/history',
    access: 'READ',
    summary: 'Who changed what in an item, when and from where',
    tag,
    params,
    status: 200,
    answer: wholeListOf(historyEntrySchema),
    problems: ['EQUIPMENT_NOT_FOUND'],
  }),
};
