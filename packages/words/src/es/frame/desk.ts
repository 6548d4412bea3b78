import type { desk as english } from '../../en/frame/desk.ts';
import { counted } from '../../lib/decimal.ts';

export const desk: typeof english = {
  passphrase: 'Frase de acceso',
  passphraseHint:
    'Ocho caracteres o más. Esta computadora no guarda claves, así que solo su frase abre los datos. Nadie puede volver a decírsela.',
  forgotten: '¿Olvidó su PIN?',
  forgottenHint: 'Inicie sesión con red y elija otro. No se pierde nada de lo que espera.',
  forgottenPassphraseHint:
    '¿Olvidó su frase de acceso? Un colega abre este dispositivo. Después inicie sesión de nuevo y elija otra.',
  back: 'Atrás',
  closed: 'Bloqueado: no se envía nada hasta que alguien abra este dispositivo.',
  askColleague: '¿Es nuevo aquí? Un colega abre primero este dispositivo. Después inicie sesión en Personas.',
  retired: (day) => `Este dispositivo fue retirado el ${day}. Envió todo y ya no guarda datos.`,
  retiring:
    'Este dispositivo fue retirado: envía lo que espera y después se vacía. Tome otro para nuevas entradas.',
  addPerson: 'Iniciar sesión de otra persona',
  people: 'Personas',
  peopleHint: 'Quién trabaja en este dispositivo. Cada quien lo abre con su propio PIN.',
  signOutPerson: (name) => `Cerrar sesión de ${name}`,
  signOutQuestion: (name) => `¿Cerrar la sesión de ${name}?`,
  signOutHint: 'Para volver a trabajar aquí necesita red y su contraseña. Sus entradas quedan, y se envían.',

  dataTroubles: {
    KEY_LOST: {
      title: 'Los datos de este dispositivo no se pueden abrir',
      about:
        'La computadora no dio la clave. ¿Otra persona inició sesión en ella, o se vació su almacén de claves? Inicie sesión en la computadora como antes y abra la app de nuevo. No se borró nada.',
    },
    NEWER: {
      title: 'Actualice WellPulse',
      about:
        'Una versión más nueva de la app escribió los datos de este dispositivo. No se cambió nada. Actualice la app y ábrala de nuevo.',
    },
    DAMAGED: {
      title: 'Los datos de este dispositivo están dañados',
      about:
        'No se pueden leer ni rehacer con lo que queda. Llame a su oficina antes de anotar más. No se borró nada.',
    },
    DISK_FULL: {
      title: 'Este dispositivo está lleno',
      about:
        'Todo lo guardado está a salvo. Borre lo que no necesite, como videos u otras apps, y pruebe de nuevo.',
    },
    FAULT: {
      title: 'WellPulse no puede abrir sus datos',
      about: 'No se borró nada. Reinicie este dispositivo. Si eso no ayuda, llame a su oficina.',
    },
    REPLACED: {
      title: 'WellPulse se actualizó mientras estaba abierto',
      about: 'Todo lo guardado está a salvo. Cierre WellPulse y ábralo de nuevo.',
    },
  },
  tryAgain: 'Probar de nuevo',
  closeProgram: 'Cerrar WellPulse',
  startAnew: 'Empezar de nuevo',
  startAnewQuestion: '¿Empezar de nuevo sin estos datos?',
  startAnewHint:
    'Los datos se apartan en esta computadora, y un experto quizá pueda salvarlos. Lo que no se envió ya no está en este dispositivo.',

  update: {
    ready: (version) => `WellPulse ${version} está lista`,
    about: 'Esta versión nueva se instala cuando cierre WellPulse.',
    restart: 'Reiniciar ahora',
    restartQuestion: '¿Reiniciar WellPulse ahora?',
    restartHint: 'Lo escrito sin guardar se conserva. Estará aquí después de reiniciar.',
  },

  notSyncedYet: 'Aún sin sincronizar',
  sendingNow: 'Enviando',
  sync: 'Sincronización',
  pendingCount: (count) => `Por sincronizar (${counted(count, 'elemento', 'elementos')})`,
  nothingWaits: 'Nada espera',
  nothingWaitsHint: 'Todo lo anotado aquí llegó a la oficina.',
  lastSync: (at) => `Última sincronización completa ${at}`,
  tries: (count) => counted(count, 'intento', 'intentos'),
  showMore: 'Mostrar más',
  enterAgain: 'Anotar de nuevo',
  sendAgain: 'Enviar de nuevo',
  sentAgain: 'Se envía de nuevo',
  leaveOut: 'Dejar fuera',
  leaveOutTitle: '¿Dejar esto fuera?',
  leaveOutHint: 'Queda en el registro de este dispositivo, con su motivo.',
  reason: 'Motivo',
  reasonMissing: 'Diga por qué',
  leftOut: 'Dejado fuera',
  photoOnTheWay: (sent, total) => `Foto en camino: ${sent} de ${total}`,
  overdue: (span) =>
    `Hay entradas que esperan desde hace ${span}. Busque una red, o entréguelas en un archivo.`,
  overdueTitle: 'Hay entradas que esperan en este dispositivo',
  overdueBody: (count) =>
    `${counted(count, 'entrada no llegó', 'entradas no llegaron')} a la oficina en más de ocho horas.`,
  recovered: (count) =>
    `El servidor volvió a un estado anterior, y ${counted(count, 'entrada se envía', 'entradas se envían')} de nuevo.`,
  unreadable: (count) =>
    `Solo una versión más nueva de esta app puede leer ${counted(count, 'registro', 'registros')} de la oficina.`,
  sessionOver: 'Su sesión terminó. Puede seguir anotando; inicie sesión para enviar.',
  signInToSendHint: 'Lo que espera se envía en cuanto inicie sesión.',

  handover: 'Entregar en un archivo',
  handoverHint:
    'Sin red, lo que espera viaja en una memoria: otro dispositivo o la oficina lo lee. Queda aquí hasta que la oficina lo tenga.',
  saveFile: 'Guardar en un archivo',
  readFile: 'Leer un archivo',
  filePassphrase: 'Frase del archivo',
  filePassphraseHint: 'Ocho caracteres o más. Quien lea el archivo la necesita.',
  filePassphraseAgain: 'La misma frase otra vez',
  chosenPassphrase: 'La frase que se eligió para él',
  content: (count, photos) =>
    photos === 0
      ? counted(count, 'entrada', 'entradas')
      : `${counted(count, 'entrada', 'entradas')} y ${counted(photos, 'foto', 'fotos')}`,
  writtenSoFar: (content) => `Escrito: ${content}`,
  fileWritten: (content) => `Guardado: ${content}`,
  fileRead: (device, content, known) =>
    `Leído de ${device}: ${content}${known > 0 ? `, ${counted(known, 'ya estaba', 'ya estaban')}` : ''}.`,

  activity: 'Actividad',
  activityHint: 'Lo que se anotó en este dispositivo, lo más nuevo primero.',
  everybody: 'Todos',
  person: 'Persona',
  state: 'Estado',
  anyState: 'Cualquier estado',
  kind: 'Tipo',
  anyKind: 'Cualquier tipo',
  enteredOn: 'Anotado el',
  wellOrItem: 'Pozo o número de serie',
  noActivity: 'No se anotó nada aquí',
  noActivityHint: 'Nada coincide con estos filtros.',
  clearFilters: 'Quitar filtros',
  older: 'Más antiguos',
  olderHint: 'La oficina los tiene desde hace seis meses: queda una línea de cada uno.',
  entryNumber: (number) => `N.º ${number}`,
  exportCsv: 'Exportar como CSV',
  exported: (count) => counted(count, 'entrada exportada', 'entradas exportadas'),
  imported: 'De un archivo',
  activityFile: (day) => `actividad-${day}.csv`,
  entryStatusNames: {
    PENDING: 'En espera',
    SYNCED: 'Enviado',
    CONFLICT: 'Enviado, chocó con otro cambio',
    FAILED: 'Rechazado',
    SKIPPED: 'Dejado fuera',
  },
  activityColumns: {
    number: 'Número',
    entered: 'Anotado',
    person: 'Persona',
    what: 'Qué',
    well: 'Pozo',
    serial: 'Número de serie',
    day: 'Día',
    summary: 'Valores',
    state: 'Estado',
    settled: 'Resuelto',
    refusal: 'Rechazado porque',
    reason: 'Dejado fuera porque',
  },

  conflicts: 'Conflictos',
  conflictsHint: 'Dos personas cambiaron el mismo registro.',
  openConflicts: (count) =>
    counted(count, 'conflicto espera una decisión', 'conflictos esperan una decisión'),
  noConflicts: 'Sin conflictos',
};
