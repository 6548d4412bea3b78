import type { phone as english } from '../../en/frame/phone.ts';

export const phone: typeof english = {
  firstSignIn: 'El primer inicio de sesión necesita red. Después basta su frase de acceso.',
  passphraseHint:
    'Ocho caracteres o más. Con ella abre la app, también sin red. Nadie puede volver a decírsela.',
  forgotten: '¿Olvidó su frase de acceso?',
  inBrowser:
    'En un navegador sus entradas se guardan, pero no cifradas como en la app del teléfono. Use un teléfono suyo.',
  device: 'Teléfono',
  syncTab: 'Envíos',
  notEntered: 'Sin lectura',
  enterProduction: 'Anotar producción',
  countedWells: (which, count) => `${which} (${count})`,
  bringBack: 'Deshacer',
  broughtBack: (day) => `${day}: está ahí de nuevo`,
  highest: (volume) => `Máximo ${volume}`,
  moreOfWell: 'Más de este pozo',
  moreOfWellHint: '7 días, gráfica, historial',
  days: 'Días',
  earlierDays: 'Días anteriores',
  laterDays: 'Días posteriores',
  handoverHint:
    'Sin red, lo que espera viaja en un archivo: por cable, tarjeta o mensaje. Otro dispositivo o la oficina lo lee. Aquí queda hasta que la oficina lo tenga.',
  chooseFile: 'Elija el archivo',
  chooseAgain: 'En el tablero un gerente puede elegir de nuevo.',
  filters: 'Filtros',
  anyDay: 'Cualquier día',
  photoOfWhat: '¿De qué es la foto?',
  photoOfReading: 'Una lectura',
  photoOfItem: 'Equipo',
  choosePhoto: 'Elegir una foto',
  photoNotGiven:
    'El teléfono no pudo dar esa foto. Quizá está guardada en línea: elíjala otra vez con señal.',
  cameraRefused: 'La cámara no está permitida. Permítala en los ajustes de este teléfono, o elija una foto.',
  cameraRefusedInBrowser:
    'La cámara no está permitida. Permítala junto a la dirección de esta página, o elija una foto.',
  openSettings: 'Abrir los ajustes',
  noDay: 'Sin día',
  previousMonth: 'Mes anterior',
  nextMonth: 'Mes siguiente',
  keyLost: {
    title: 'Los datos de este teléfono no se pueden abrir',
    about:
      'El teléfono no dio la clave. Reinicie el teléfono y abra la app. Si eso no ayuda, llame a su oficina: lo enviado está allí. Para empezar de nuevo, quite la app e instálela otra vez. Lo que no se envió se pierde entonces.',
  },
  otherTab: {
    title: 'WellPulse está abierto en otra pestaña',
    about:
      'Una sola pestaña a la vez tiene los datos de este dispositivo. Siga en esa pestaña. O ciérrela y pulse aquí Probar de nuevo.',
  },
};
