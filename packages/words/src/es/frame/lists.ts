import type { lists as english } from '../../en/frame/lists.ts';

export const lists: typeof english = {
  well: 'Pozo',
  wells: 'Pozos',
  allWells: 'Todos los pozos',
  wellSearch: 'Nombre o número API',
  noSuchWell: 'No existe ese pozo',
  noSuchWellHint: 'Fue borrado, o el enlace es incorrecto.',
  route: 'Ruta',
  allRoutes: 'Todas las rutas',
  noRoute: 'Sin ruta',

  days: 'Días',
  from: 'Desde',
  to: 'Hasta',
  until: 'a',
  dayBefore: 'Día anterior',
  dayAfter: 'Día siguiente',
  today: 'Hoy',

  clearSearch: 'Borrar la búsqueda',
  showMore: 'Mostrar más',
  cancel: 'Cancelar',
  never: 'Nunca',
  exportCsv: 'Exportar CSV',
  notExported: 'No se exportó',

  dropFile: 'o suéltelo aquí',
  dropOther: (size) => `${size} · elija o suelte otro`,
  fileTooLarge: (name, size, hint) => `${name} tiene ${size}. ${hint}`,
};
