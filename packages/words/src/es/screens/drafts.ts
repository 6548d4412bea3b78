import type { draftTexts as english } from '../../en/screens/drafts.ts';
import { counted } from '../../lib/decimal.ts';

export const draftTexts: typeof english = {
  stranded: (total) =>
    counted(total, 'borrador que ya no se puede guardar', 'borradores que ya no se pueden guardar'),
  readingOf: (day) => `Lectura del ${day}`,
  newItem: 'Equipo nuevo',
  item: 'Equipo',
  log: 'Registro de mantenimiento',
  wellGone: 'El pozo fue eliminado o taponado.',
  itemGone: 'El equipo fue eliminado.',
  photos: (total) => counted(total, 'foto', 'fotos'),
  discardNamed: (what) => `Descartar: ${what}`,
};
