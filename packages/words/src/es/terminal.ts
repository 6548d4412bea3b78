import type { terminal as english } from '../en/terminal.ts';

export const terminal: typeof english = {
  registered: (device, person) => `Se registró ${device} para ${person}`,
  atDevice: (person) => `${person} está en este dispositivo`,
  locked: 'Bloqueado',
  skipped: 'Omitida',
  saved: (eventId, sequence) => `Guardada como ${eventId} (número ${sequence} de este dispositivo)`,
  notSaved: (code) => `No se guardó nada (${code})`,
  wasAndIs: (product, before, now) => `${product}: ${before} el día anterior y ahora ${now}`,
  wrote: (events, photos, file) => `Se escribieron ${events} eventos y ${photos} fotos en ${file}`,
  tookOver: (events, photos, device, known) =>
    `Se recibieron ${events} eventos y ${photos} fotos de ${device}; ${known} ya estaban aquí`,

  pending: 'Pendientes',
  refused: 'rechazadas',
  openConflicts: 'conflictos abiertos',
  photos: 'fotos',
  lastSync: (instant) => `Última sincronización completa: ${instant}`,
  never: 'nunca',
  photosForPerson: (count) => `Fotos que le esperan: ${count}; vea "list pending"`,
  unreadableRecords: (count) => `Registros que esta versión no puede leer: ${count}`,
  recovered: (count) => `El servidor volvió a un estado anterior. Entradas enviadas de nuevo: ${count}`,

  retired: (instant) => `Este dispositivo se retiró. Envió todo lo que tenía y se vació: ${instant}`,
  retiring: 'Este dispositivo se retiró: no admite más entradas y se vacía cuando nada espera en él',

  eventStatusNames: {
    PENDING: 'pendiente',
    SYNCED: 'sincronizada',
    CONFLICT: 'en conflicto',
    FAILED: 'rechazada',
    SKIPPED: 'omitida',
  },
  noRoute: 'Sin ruta',
  notSynced: 'sin sincronizar',
  missing: 'falta',
  dayBefore: (volumes) => `día anterior: ${volumes}`,
  enteredOf: (entered, expected) => `${entered} de ${expected}`,

  unknownPerson: (email) => `${email} no ha iniciado sesión en este dispositivo`,
  unknownWell: (name) => `Este dispositivo no conoce el pozo ${name}. Sincronice, o vea "list wells"`,
  ambiguousWell: (name) => `Varios pozos se llaman ${name}. Dé el número API`,
  unknownItem: (serial) =>
    `Este dispositivo no conoce el equipo ${serial}. Sincronice, o vea "list equipment"`,
  notRefused: (eventId) => `El servidor no rechazó la entrada ${eventId}. "list pending" dice cuáles rechazó`,
  unknownEvent: (eventType) => `Esta versión no conoce ${eventType}. Actualícela primero`,
  wellDoesNotBelong: '--well solo va con lecturas y con equipos',
  notAPair: (pair) => `Escriba ${pair} como campo=valor, por ejemplo oilVolume=42.5`,
  noSuchField: (name, fields) =>
    `Esta entrada no tiene el campo ${name}${fields === '' ? '' : `. Tiene ${fields}`}`,
  serverMissing: 'Diga una vez dónde está el servidor: --server http://127.0.0.1:3000/api',
  variableMissing: (name) => `Defina primero ${name}`,
};
