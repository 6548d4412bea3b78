import type { daySheetTexts as english } from '../../en/screens/day-sheet.ts';
import { count, counted } from '../../lib/decimal.ts';

export const daySheetTexts: typeof english = {
  enterDay: (day) => `Entradas del ${day}`,
  day: 'Día',
  onlyMissing: 'Solo sin entrada',
  noWells: 'Aquí no hay pozos',
  noWellsHint: 'Elija otra ruta, o todas.',
  allEntered: 'Todos los pozos tienen entrada',
  allEnteredHint: 'No falta nada de este día.',
  moreWells: (total) => counted(total, 'pozo más', 'pozos más'),
  noRoute: 'Sin ruta',
  ofActiveWells: (expected) => `de ${count(expected)} pozos activos con entrada`,
  entered: 'Con entrada',
  keySaves: 'guarda y pasa al pozo siguiente',
  saveWells: (total) => `Guardar ${counted(total, 'pozo', 'pozos')}`,
  notSaved: (total) => `${count(total)} sin guardar`,
  dayWithUnsaved: (where, total) => `${where}: ${count(total)} sin guardar`,
  well: 'Pozo',
  state: 'Estado',
  loadingSheet: 'Cargando la hoja',
  draftsOfOtherDays: (total) => `${counted(total, 'entrada', 'entradas')} de otros días sin guardar:`,

  before: 'antes',
  dayBefore: 'el día anterior',
  pluggedHint: 'Este pozo fue taponado antes de este día. No admite lecturas de él.',
  savingWell: (well) => `Guardando ${well}`,
  compare: 'Comparar',
  compareWell: (well) => `Comparar ${well}`,
  notEntered: 'Sin entrada',
  saved: 'Guardado',
  savedBy: (who) => `Guardado por ${who}`,
};
