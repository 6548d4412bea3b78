import type { controlTexts as english } from '../../en/screens/controls.ts';

export const controlTexts: typeof english = {
  choose: 'Elegir',
  search: 'Buscar',
  searching: 'Buscando',
  nothingFound: 'No se encontró nada',
  optional: 'Opcional',
  cancel: 'Cancelar',
  close: 'Cerrar',
  tryAgain: 'Intentar de nuevo',
  loadingMore: 'Cargando más',
  zoomIn: 'Acercar',
  zoomOut: 'Alejar',
  breadcrumb: 'Ruta de navegación',

  copy: 'Copiar',
  copyThing: (what) => `Copiar ${what}`,
  copied: 'Copiado',
  copyRefused: 'El navegador no permitió copiar',
  position: 'ubicación',

  notMeasured: 'Sin medir',
  nothingToCompare: 'Nada con que comparar',
  noFigureFor: (what) => `Sin dato de ${what}`,
  comparedWith: (what) => `contra ${what}`,

  searchAndCommands: 'Búsqueda y comandos',
  searchEverything: 'Buscar pozos, personas, páginas',
  nothingFoundFor: (search) => `No se encontró nada para «${search}»`,

  save: 'Guardar',
  saving: 'Guardando',
  delete: 'Borrar',
  discard: 'Descartar',
  history: 'Historial',
  loading: 'Cargando',
  showMore: 'Mostrar más',
  actions: 'Acciones',
  clearFilters: 'Quitar filtros',
  takeFilterAway: 'Quite un filtro para ver más.',
  searchOtherwise: 'Busque otra cosa, o quite un filtro.',
  exportCsv: 'Exportar CSV',
};
