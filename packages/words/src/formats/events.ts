/** What an event is called, and what of it a person looks for first. */
import {
  conflictResolvedPayload,
  deviceRegisteredPayload,
  equipmentMaintenanceLoggedPayload,
  equipmentStatusSchema,
  factsOf,
  photoStoredPayload,
  PRODUCTION_VALUE_NAMES,
  PRODUCTION_VALUES,
  type AuditEvent,
} from '@wellpulse/contracts';
import type { Texts } from '../en/index.ts';
import { codeNames } from './code-names.ts';
import { fieldFormats } from './fields.ts';
import { quantityFormats } from './quantities.ts';
import { volumeFormats } from './volumes.ts';

const NUMBERS = PRODUCTION_VALUE_NAMES.filter((name) => PRODUCTION_VALUES[name].kind === 'NUMBER');

/** A payload is of a newer server too: each part of it is looked at before it is told. */
const fieldsOf = (payload: unknown): Readonly<Record<string, unknown>> =>
  typeof payload === 'object' && payload !== null ? { ...payload } : {};

const textIn = (payload: unknown, field: string): string | null => {
  const value = fieldsOf(payload)[field];
  return typeof value === 'string' ? value : null;
};

/**
 * The day that an entry is of (`YYYY-MM-DD`); null for other events.
 *
 * @example
 * dayOfEvent({ productionDate: '2025-10-24', oilVolume: 42.5 }); // '2025-10-24'
 */
export const dayOfEvent = (payload: unknown): string | null => textIn(payload, 'productionDate');

export function eventFormats(texts: Texts) {
  const { events } = texts;
  const { equipmentName, equipmentStatusNames, maintenanceTypeNames, platformNames } = codeNames(texts);
  const { fieldName } = fieldFormats(texts);
  const { formatBytes } = quantityFormats(texts);
  const { formatVolume } = volumeFormats(texts);
  const names: Readonly<Record<string, string>> = events.names;

  /** A newer server may tell of kinds of events that this app does not know. */
  const eventName = (eventType: string): string =>
    names[eventType] ?? eventType.toLowerCase().replaceAll('_', ' ');

  /** "oil 44.1 bbl · gas 12.0 MCF" for an entry, the fields' names for other changes; empty where there is no more to say. */
  function eventSummary(eventType: string, payload: unknown): string {
    if (eventType.startsWith('PRODUCTION_')) return productionSummary(payload);
    if (eventType === 'ALERT_ACKNOWLEDGED') return textIn(payload, 'comment') ?? '';
    if (eventType === 'EQUIPMENT_MAINTENANCE_LOGGED') return maintenanceSummary(payload);
    if (eventType === 'DEVICE_REGISTERED') return deviceSummary(payload);
    if (eventType === 'CONFLICT_RESOLVED') return choiceSummary(payload);
    if (eventType === 'PHOTO_STORED') return photoSummary(payload);
    if (eventType === 'EQUIPMENT_UPDATED') {
      const status = equipmentStatusSchema.safeParse(fieldsOf(payload)['status']);
      if (status.success) return equipmentStatusNames[status.data].toLowerCase();
    }
    return eventType.endsWith('_UPDATED') ? fieldNamesIn(fieldsOf(payload)) : '';
  }

  const fieldNamesIn = (values: object): string =>
    Object.keys(values)
      .map((field) => fieldName(field).toLowerCase())
      .join(', ');

  function productionSummary(payload: unknown): string {
    if (dayOfEvent(payload) === null) return '';
    const numbers = NUMBERS.flatMap((field) => {
      const value = fieldsOf(payload)[field];
      if (typeof value !== 'number') return [];
      const unit = factsOf('production', field)?.unit ?? '';
      return [`${fieldName(field).toLowerCase()} ${formatVolume(value)} ${unit}`];
    });
    const { photos } = fieldsOf(payload);
    const pictured = Array.isArray(photos) && photos.length > 0 ? [events.photos(photos.length)] : [];
    return [...numbers, ...pictured].join(' · ');
  }

  /** "repair · Replaced the belt · now operational · 3 photos". */
  function maintenanceSummary(payload: unknown): string {
    const parsed = equipmentMaintenanceLoggedPayload.safeParse(payload);
    if (!parsed.success) return '';
    const { maintenanceType, description, equipmentStatus, photos = [] } = parsed.data;
    const status = equipmentStatus ?? null;
    return [
      maintenanceTypeNames[maintenanceType].toLowerCase(),
      description,
      status === null ? '' : events.nowStatus(equipmentStatusNames[status].toLowerCase()),
      photos.length === 0 ? '' : events.photos(photos.length),
    ]
      .filter(Boolean)
      .join(' · ');
  }

  /** "Phone of Jo · Android phone". */
  function deviceSummary(payload: unknown): string {
    const device = deviceRegisteredPayload.safeParse(payload).data;
    return device === undefined ? '' : `${device.name} · ${platformNames[device.platform]}`;
  }

  /** "the first was kept", "merged oil, gas". */
  function choiceSummary(payload: unknown): string {
    const parsed = conflictResolvedPayload.safeParse(payload);
    if (!parsed.success) return '';
    const { choice, values = {} } = parsed.data;
    if (choice === 'EXISTING') return events.keptExisting;
    return choice === 'INCOMING' ? events.tookIncoming : events.mergedFields(fieldNamesIn(values));
  }

  function photoSummary(payload: unknown): string {
    const parsed = photoStoredPayload.safeParse(payload);
    return parsed.success ? formatBytes(parsed.data.sizeBytes) : '';
  }

  /** "Pump jack PJ-1 · Acme #7": what an event is about; empty for one of the whole tenant. */
  const eventPlace = (wellName: string | null, subject: AuditEvent['subject']): string =>
    [subject === null ? null : equipmentName(subject), wellName].filter(Boolean).join(' · ');

  return { eventName, eventNames: events.names, eventPlace, eventSummary };
}
