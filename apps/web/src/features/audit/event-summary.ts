/** An event in a few words: what of it a person looks for first. */
import {
  conflictResolvedPayload,
  deviceRegisteredPayload,
  equipmentMaintenanceLoggedPayload,
  equipmentStatusSchema,
  factsOf,
  photoStoredPayload,
  PRODUCTION_VALUE_NAMES,
  type AuditEvent,
  type EquipmentStatus,
} from '@wellpulse/contracts';
import { isNumber } from '@wellpulse/ui';
import { z } from 'zod';
import { words } from '../../lib/language.ts';
import { counted } from '../../lib/words.ts';

const productionSchema = z.looseObject({ productionDate: z.string() });
const statusSchema = z.object({ status: equipmentStatusSchema });
const commentSchema = z.object({ comment: z.string().nullable() });

const NUMBERS = PRODUCTION_VALUE_NAMES.filter(isNumber);

/** "oil 44.1 bbl · gas 12.0 MCF" for an entry, the fields' names for other changes; empty where there is no more to say. */
export function eventSummary(eventType: string, payload: unknown): string {
  if (eventType.startsWith('PRODUCTION_')) return productionSummary(payload);
  if (eventType === 'ALERT_ACKNOWLEDGED') return commentSchema.safeParse(payload).data?.comment ?? '';
  if (eventType === 'EQUIPMENT_MAINTENANCE_LOGGED') return maintenanceSummary(payload);
  if (eventType === 'DEVICE_REGISTERED') return deviceSummary(payload);
  if (eventType === 'CONFLICT_RESOLVED') return choiceSummary(payload);
  if (eventType === 'PHOTO_STORED') return photoSummary(payload);
  if (eventType === 'EQUIPMENT_UPDATED') {
    const status = statusSchema.safeParse(payload).data?.status;
    if (status !== undefined) return words.equipmentStatusNames[status].toLowerCase();
  }
  if (eventType.endsWith('_UPDATED') && typeof payload === 'object' && payload !== null) {
    return Object.keys(payload)
      .map((field) => words.fieldName(field).toLowerCase())
      .join(', ');
  }
  return '';
}

function productionSummary(payload: unknown): string {
  const parsed = productionSchema.safeParse(payload);
  if (!parsed.success) return '';
  return NUMBERS.flatMap((field) => {
    const value = parsed.data[field];
    if (typeof value !== 'number') return [];
    const unit = factsOf('production', field)?.unit ?? '';
    return [`${words.fieldName(field).toLowerCase()} ${words.formatVolume(value)} ${unit}`];
  }).join(' · ');
}

/** "Repair · Replaced the belt · now operational · 3 photos". */
function maintenanceSummary(payload: unknown): string {
  const parsed = equipmentMaintenanceLoggedPayload.safeParse(payload);
  if (!parsed.success) return '';
  const { maintenanceType, description, equipmentStatus, photos = [] } = parsed.data;
  return [
    words.maintenanceTypeNames[maintenanceType].toLowerCase(),
    description,
    statusWords(equipmentStatus ?? null),
    photos.length === 0 ? '' : counted(photos.length, 'photo'),
  ]
    .filter(Boolean)
    .join(' · ');
}

const statusWords = (status: EquipmentStatus | null): string =>
  status === null ? '' : `now ${words.equipmentStatusNames[status].toLowerCase()}`;

/** "Phone of Jo · Android phone". */
function deviceSummary(payload: unknown): string {
  const device = deviceRegisteredPayload.safeParse(payload).data;
  return device === undefined ? '' : `${device.name} · ${words.platformNames[device.platform]}`;
}

const CHOICE_WORDS = { EXISTING: 'kept what was there', INCOMING: 'took what came in' } as const;

/** "kept what was there", "merged oil, gas". */
function choiceSummary(payload: unknown): string {
  const parsed = conflictResolvedPayload.safeParse(payload);
  if (!parsed.success) return '';
  const { choice, values = {} } = parsed.data;
  if (choice !== 'MERGED') return CHOICE_WORDS[choice];
  return `merged ${Object.keys(values)
    .map((field) => words.fieldName(field).toLowerCase())
    .join(', ')}`;
}

function photoSummary(payload: unknown): string {
  const parsed = photoStoredPayload.safeParse(payload);
  return parsed.success ? words.formatBytes(parsed.data.sizeBytes) : '';
}

/** "Pump jack PJ-1 · Acme #7": what an event is about; empty for one of the whole tenant. */
export const whereOf = (wellName: string | null, subject: AuditEvent['subject']): string =>
  [subject === null ? null : words.equipmentName(subject), wellName].filter(Boolean).join(' · ');

/** The day that an entry is of; null for other events. */
export const dayOfEvent = (payload: unknown): string | null =>
  productionSchema.safeParse(payload).data?.productionDate ?? null;
