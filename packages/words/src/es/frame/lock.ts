import type { lock as english } from '../../en/frame/lock.ts';

export const lock: typeof english = {
  lost: {
    title: 'Este dispositivo se declaró perdido o robado',
    about: (instant) => `Sus claves terminaron el ${instant}. No se abre para nadie y no envía nada.`,
    waits: (content) => `Siguen en él: ${content}. Nada de eso se pierde.`,
    found:
      '¿Es suyo y lo encontró? Inicie sesión con red: usted o un administrador. Entonces envía lo que espera.',
  },
  quick: {
    title: { FINGER: 'Huella', FACE: 'Rostro', EITHER: 'Huella o rostro' },
    open: { FINGER: 'Abrir con la huella', FACE: 'Abrir con el rostro', EITHER: 'Abrir con huella o rostro' },
    turnOn: { FINGER: 'Activar la huella', FACE: 'Activar el rostro', EITHER: 'Activar huella o rostro' },
    turnOff: {
      FINGER: 'Desactivar la huella',
      FACE: 'Desactivar el rostro',
      EITHER: 'Desactivar huella o rostro',
    },
    about: {
      FINGER:
        'Así no necesita escribir su PIN aquí. Toda huella que este teléfono conoce abre su clave: use un teléfono suyo.',
      FACE: 'Así no necesita escribir su PIN aquí. Todo rostro que este teléfono conoce abre su clave: use un teléfono suyo.',
      EITHER:
        'Así no necesita escribir su PIN aquí. Toda persona que este teléfono conoce abre su clave: use un teléfono suyo.',
    },
    isOn: 'Está activado, y su PIN sigue sirviendo. Un PIN nuevo lo desactiva.',
    pinOnce: 'Su PIN, esta vez',
    question: (name) => `WellPulse: ${name}`,
    notOn: 'No se activó.',
    troubles: {
      REFUSED: 'Así no se abrió. Intente de nuevo, o use su PIN.',
      GONE: 'Este teléfono conoce ahora otras huellas u otros rostros, o los olvidó. Use su PIN y actívelo de nuevo.',
    },
  },
};
