import type { formTexts as english } from '../../en/screens/entry-forms.ts';
import { count, counted } from '../../lib/decimal.ts';

export const formTexts: typeof english = {
  date: 'Fecha',
  dayBefore: 'Día anterior',
  entered: 'Con entrada',
  notEntered: 'sin entrada',
  saveEntry: 'Guardar entrada',
  keysSave: 'guarda',

  gridCaption: 'Volúmenes por día. Pegue un bloque de una hoja de cálculo en su primera celda.',
  paste: 'Pegar de una hoja de cálculo',
  pasted: (cells, leftOut, recorded) =>
    `${counted(cells, 'celda pegada', 'celdas pegadas')}${leftOut === 0 ? '' : `; ${count(leftOut)} sin lugar`}.` +
    (recorded === '' ? '' : ` Ya tienen entrada y quedan como están: ${recorded}.`),
  replaceEntered: (days) => `¿Reemplazar ${counted(days, 'día con entrada', 'días con entrada')}?`,
  replace: 'Reemplazar',
  keepEntered: 'Dejar como están',
  undoPaste: 'Deshacer',
  pasteUndone: 'Se deshizo el pegado.',
  saveDays: 'Guardar días',
  saveNumberOfDays: (days) => `Guardar ${counted(days, 'día', 'días')}`,
  nothingToSave: 'Aún no hay nada que guardar: llene al menos un día.',
  nothingSaved: (days) =>
    `No se guardó nada: ${counted(days, 'día necesita', 'días necesitan')} una corrección.`,

  statusKept: 'Dejar como está',
  noInterval: 'No hay intervalo para esto: sin una fecha no vuelve a vencer',
  dueLater: (days) => `${days} después, si no da otra fecha`,
  dueOn: (days, day) => `En ${days}, ${day}, si no da otra fecha`,

  serialNumberHint: 'No hay dos equipos con el mismo',
  wellHint: 'Dónde está',
  chooseWell: 'Elija un pozo',
  wellSearch: 'Nombre o número API',
  intervalHint: 'Si queda vacío, vale el intervalo de su tipo, según la configuración',
  unitDays: 'días',
};
