import type { calendarEntries as english } from '../en/calendar-entries.ts';

export const calendarEntries: typeof english = {
  calendarName: (tenant) => `${tenant}: mantenimiento`,
  summary: (item) => `${item}: mantenimiento pendiente`,
  well: (name) => `Pozo: ${name}`,
  route: (name) => `Ruta: ${name}`,
  assetTag: (tag) => `Etiqueta: ${tag}`,
  lastMaintenance: (day) => `Último mantenimiento: ${day}`,
  notServiced: 'Aún sin servicio',
};
