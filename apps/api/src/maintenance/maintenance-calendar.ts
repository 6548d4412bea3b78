/**
 * What is due as a calendar (RFC 5545). Each item is one all-day event with the same UID for ever. So a calendar that
 * subscribes moves it when the item was serviced. The days are days: a `DATE` without any time zone.
 */
import type { DueItem } from '@wellpulse/contracts';
import ical, { escape, ICalEventTransparency } from 'ical-generator';
import { words } from '../config/language.ts';

const { calendarEntries, equipmentName } = words;

const REFRESH_SECONDS = 3600;

/** `now` is when the calendar was made, an instant. */
export function maintenanceCalendar(tenantName: string, items: readonly DueItem[], now: string): string {
  const calendar = ical({
    // The one text that the library writes as it is.
    name: escape(calendarEntries.calendarName(tenantName), false),
    prodId: { company: 'WellPulse', product: 'Maintenance', language: 'EN' },
    ttl: REFRESH_SECONDS,
  });
  for (const item of items) {
    calendar.createEvent({
      id: `${item.equipmentId}@maintenance.wellpulse`,
      stamp: now,
      // Midnight in UTC, of which the library takes the day in UTC.
      start: `${item.nextMaintenanceDate}T00:00:00Z`,
      allDay: true,
      summary: calendarEntries.summary(equipmentName(item)),
      location: item.wellName,
      description: describe(item),
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  }
  return calendar.toString();
}

const describe = (item: DueItem): string =>
  [
    calendarEntries.well(item.wellName),
    item.route === null ? null : calendarEntries.route(item.route),
    item.assetTag === null ? null : calendarEntries.assetTag(item.assetTag),
    item.lastMaintenanceDate === null
      ? calendarEntries.notServiced
      : calendarEntries.lastMaintenance(item.lastMaintenanceDate),
  ]
    .filter((line) => line !== null)
    .join('\n');
