import type { wellTexts as english } from '../../en/screens/wells.ts';
import { counted } from '../../lib/decimal.ts';

export const wellTexts: typeof english = {
  wells: 'Pozos',
  wellCount: (total) => counted(total, 'pozo', 'pozos'),
  addWell: 'Agregar pozo',
  search: 'Buscar pozos',
  searchHint: 'Nombre, número API, arrendamiento, campo',
  allStatuses: 'Todos los estados',
  myWells: 'Mis pozos',
  noneMatches: 'Ningún pozo coincide',
  none: 'Aún no hay pozos',
  noneHint: 'Agregue el primero para registrar su producción.',
  lastEntry: 'Última entrada',
  never: 'Nunca',
  openAlerts: 'Alertas abiertas',

  loadingWell: 'Cargando el pozo',
  more: 'Más sobre este pozo',
  editWell: 'Cambiar pozo',
  deleteWell: 'Borrar pozo',
  position: 'Ubicación',
  apiNumberInSentence: 'número API',

  editNamed: (name) => `Cambiar ${name}`,
  added: (name) => `Se agregó ${name}`,
  changed: (name) => `Se cambió ${name}`,
  showNow: 'Mostrar el pozo como está ahora',
  deleteNamed: (name) => `¿Borrar ${name}?`,
  deleteMeans: 'Desaparece de todas las listas, con su producción. Lo que se registró queda en la auditoría.',
  deleted: (name) => `Se borró ${name}`,

  searchPeople: 'Buscar personas',
  apiNumberHint: 'Como 42-165-12345; nunca se puede cambiar',
  apiNumberFixed: 'Nunca se puede cambiar',
  pluggedStays: 'Un pozo taponado queda taponado',
  pluggedIsFinal:
    'Esto es definitivo: un pozo taponado solo acepta lecturas de los días hasta su taponamiento',
  pluggedOnHint: 'Hoy, si queda vacío',
  operatorHint: 'La compañía que opera el pozo',
  routePositionHint: 'Los pozos se recorren en este orden',
  latitudeHint: 'WGS 84, como 31.8457000',
  longitudeHint: 'El oeste es negativo, como -102.3676000',
};
