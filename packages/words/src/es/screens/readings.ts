import { counted } from '../../lib/decimal.ts';
import type { readingWords as english } from '../../en/screens/readings.ts';

export const readingWords: typeof english = {
  estimated: 'Estimado',
  estimatedFrom: (month) => `Estimado del total de ${month}`,
  estimate: (volume) => `est. ${volume}`,
  timesAsMuch: (volume, times, before) => `${volume} es ${times} veces ${before}.`,
  partOf: (volume, parts, before) => `${volume} es 1/${parts} de ${before}.`,
  zeroAfter: (last, before) => `0, y ${before} fue ${last}.`,
  yesterday: 'lo de ayer',
  lastReading: 'la lectura anterior',
  meantPerhaps: (volume) => `¿${volume}?`,
  keepHint: 'Otra vez Enter para conservar',
  keep: 'Conservar',
  takeInstead: (volume) => `Usar ${volume}`,
  estimateHint: (month) =>
    `Estimado del total de ${month}. Lo que escriba lo reemplaza, también en lo que deje en blanco.`,
  shadedDays: 'Los días sombreados son estimados.',
  photos: 'Fotos',
  photosOf: (day) => `Fotos del ${day}`,
  photoCount: (count) => counted(count, 'foto', 'fotos'),
  savesWithPhotos: (count) => `Se guarda en cuanto ${counted(count, 'foto llegue', 'fotos lleguen')}.`,
  heldUpByPhotos: (count) =>
    `No se ha guardado: no se pudo subir ${counted(count, 'foto', 'fotos')}. Inténtelo de nuevo, quite lo que falló o guarde sin fotos.`,
  saveWithoutFailed: 'Guardar sin las fotos que fallaron',
  choosePhotosAgain: (names) =>
    `Lo que escribió se conservó. Estas fotos no se habían subido. Elíjalas de nuevo: ${names}.`,
};
