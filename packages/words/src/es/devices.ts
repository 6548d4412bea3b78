import type { devices as english } from '../en/devices.ts';
import { counted } from '../lib/decimal.ts';

const entries = (count: number): string => counted(count, 'entrada', 'entradas');
const devicesOf = (count: number): string => counted(count, 'dispositivo', 'dispositivos');

export const devices: typeof english = {
  issueExplanations: {
    MISSING:
      'Cada entrada de un dispositivo tiene un número. Estas nunca llegaron, aunque otras posteriores sí. Revise el dispositivo: lo que aún espera allí se puede enviar, o guardar en un archivo e importar aquí.',
    RESTORED:
      'El servidor había vuelto a un estado anterior. Este dispositivo trajo otra vez sus entradas perdidas. Revise si los días están completos.',
    PUT_BACK:
      'Los datos del dispositivo son una copia más antigua que lo que había enviado. Pregunte quién la puso: las entradas que nadie había enviado antes no están en ella.',
    NOT_BACK:
      'Lo que había enviado poco antes de que el servidor volviera a un estado anterior llega otra vez con su próxima sincronización. Pida que se sincronice.',
    REFUSED:
      'En los últimos 30 días. El dispositivo muestra cada una con el motivo, para entrarla de nuevo o dejarla.',
    CONFLICTS: 'Alguien tiene que elegir entre dos entradas.',
    SILENT: 'Pregunte si está perdido, roto o sin red. Puede haber entradas que esperan en él.',
    UNSIGNED:
      'Envió entradas que ninguna clave de su autor firmó, y ninguna se recibió. Quizás alguien usa el nombre de otra persona, o un dispositivo se registró de nuevo.',
    CLOCK: 'No se pierde nada por ello: las horas de sus entradas se corrigen cuando llegan.',
    PHOTOS:
      'Las entradas están aquí, sus fotos todavía no. Llegan cuando el dispositivo tiene una red mejor.',
  },
  healthNames: {
    LOST: 'Entradas por salvar',
    LOOK: 'Por revisar',
    NEVER_SYNCED: 'Nunca sincronizado',
    GOOD: 'En orden',
    RETIRING: 'En retiro',
    RETIRED: 'Retirado',
    REVOKED: 'Perdido',
  },
  entryResultNames: {
    WAITING: 'En espera',
    TAKEN: 'Recibida',
    CONFLICT: 'En conflicto',
    REFUSED: 'Rechazada',
    LATER: 'Enviar otra vez',
  },
  neverArrived: (count) => `${entries(count)} no ${count === 1 ? 'llegó' : 'llegaron'}`,
  missingNumbers: (count, numbers, rest) =>
    `${entries(count)} no ${count === 1 ? 'llegó' : 'llegaron'}: ${numbers}${rest === null ? '' : `, y ${rest} más`}`,
  entriesRefused: (count) => counted(count, 'entrada rechazada', 'entradas rechazadas'),
  sentAgain: (count) =>
    `Envió otra vez ${entries(count)} después de que el servidor volvió a un estado anterior`,
  dataPutBack: (count) =>
    `Sus datos volvieron a un estado anterior: ${counted(count, 'entrada enviada', 'entradas enviadas')} no está en ellos`,
  silentSinceRestore: 'Sin noticias desde que el servidor volvió a un estado anterior',
  unsigned: (count) => `${entries(count)} sin una firma válida`,
  openConflicts: (count) => counted(count, 'conflicto abierto', 'conflictos abiertos'),
  photosOnTheWay: (count) => `${counted(count, 'foto', 'fotos')} en camino`,
  silentFor: (span) => `Sin noticias desde hace ${span}`,
  clockBehind: (span) => `Reloj atrasado ${span}`,
  clockAhead: (span) => `Reloj adelantado ${span}`,
  silentDevices: (count, days) =>
    `${devicesOf(count)} sin noticias desde hace ${counted(days, 'día', 'días')}`,
  entriesForYou: (count) => `${counted(count, 'entrada le espera', 'entradas le esperan')} a usted`,
  restoredDevices: (count) => `${devicesOf(count)} por revisar después de una restauración`,
};
