import type { mapTexts as english } from '../../en/screens/map.ts';
import { count, counted } from '../../lib/decimal.ts';

export const mapTexts: typeof english = {
  mapOfWells: 'Mapa de pozos',
  showAllWells: 'Mostrar todos los pozos',
  listWells: 'Ver la lista de pozos',
  hideList: 'Ocultar la lista de pozos',
  searchWellsOnMap: 'Buscar pozos en el mapa',
  searchWells: 'Buscar pozos',
  nothingOfThisName: 'Aquí nada tiene este nombre.',
  morePlaces: (shown, found) => `${count(shown)} de ${count(found)} lugares: busque para ver más.`,

  noWells: 'No hay pozos que mostrar',
  noWellsHint: 'Los pozos aparecen aquí cuando tienen ubicación.',
  plainDrawing:
    'Un dibujo sencillo: este navegador no puede mostrar el mapa con acercamiento (necesita WebGL).',

  entryNames: { PRODUCTION: 'Entrada', MAINTENANCE: 'Mantenimiento' },
  notEntered: 'Sin entrada',
  notEnteredInSentence: 'sin entrada',
  openAlert: 'Alerta abierta',
  alerts: (total) => counted(total, 'alerta', 'alertas'),
  moreEntries: (total) => `Y ${counted(total, 'entrada más', 'entradas más')}`,
  photo: 'Foto',
  wherePhotoTaken: 'Donde se tomó la foto',
};
