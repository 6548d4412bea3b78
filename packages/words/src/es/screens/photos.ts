import type { photoTexts as english } from '../../en/screens/photos.ts';
import { count, counted } from '../../lib/decimal.ts';

export const photoTexts: typeof english = {
  photos: 'Fotos',
  countOf: (chosen, most) => `${count(chosen)} de ${count(most)} como máximo`,
  chosenPhotos: 'Fotos elegidas',
  chooseOrDrop: 'Elija fotos, o suéltelas aquí',
  takeOrChoose: 'Tome o elija fotos',
  addPhotos: 'Agregar fotos',
  leftOut: (total, most) =>
    `${total === 1 ? 'Se omitió 1 foto' : `Se omitieron ${count(total)} fotos`}: un registro lleva ${count(most)} fotos.`,

  remove: (name) => `Quitar ${name}`,
  sentOf: (name) => `${name}: enviado`,
  preparing: 'Preparando',
  waiting: 'En espera',
  checking: 'Revisando',
  stored: 'Guardada',
  takenAt: (when) => `tomada ${when}`,
  fromTheWell: (distance) => `a ${distance} del pozo`,
  fromWell: (distance, well) => `a ${distance} de ${well}`,

  missing: 'Falta',
  missingFromStorage: 'Falta: la imagen ya no está en el almacén',
  waitingFor: (who, device) => `En espera de la foto de ${who}${device === null ? '' : `, en ${device}`}`,
  formerUser: 'un usuario anterior',
  photoBy: (who, when) => `Foto de ${who}, ${when}`,
  noPreview: 'Sin vista previa',

  photo: 'Foto',
  place: (position, total) => `${count(position)} de ${count(total)}`,
  previousPhoto: 'Foto anterior',
  nextPhoto: 'Foto siguiente',
  wholePhoto: 'Foto completa',
  aboutPhoto: 'Acerca de la foto',
  arrivesByItself: 'Aparece aquí por sí sola en cuanto llegue.',
  canBeAddedAgain: 'Quizás quien la tomó todavía la tiene: se puede agregar de nuevo.',
  thePhoto: 'La foto',
  thePhotoBy: (who) => `La foto de ${who}`,
  notShown: 'No se puede mostrar la imagen',
  noHeic: 'Este navegador no muestra imágenes HEIC. Ábrala desde el panel de al lado.',
  openAgain: 'Revise la conexión, cierre esto y abra la foto de nuevo.',

  by: 'Por',
  taken: 'Tomada',
  added: 'Agregada',
  size: 'Tamaño',
  where: 'Lugar',
  notKnown: 'No se sabe',
  pixels: (width, height) => `${width} × ${height} píxeles`,
  openFile: 'Abrir el archivo',

  numberOf: (total) => counted(total, 'foto', 'fotos'),
  none: 'Aún no hay fotos',
  noneHint: 'Llegan con el mantenimiento que se registra.',
  allOfItem: 'Todas las fotos del equipo',
};
