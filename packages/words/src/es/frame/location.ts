import type { location as english } from '../../en/frame/location.ts';

export const location: typeof english = {
  title: 'Ubicación',
  turnOn: 'Activar la ubicación',
  turnOnHere: 'Activar',
  turnOff: 'Desactivar la ubicación',
  purpose:
    'Lo que anota dice entonces dónde estaba, y el pozo más cercano va primero. Nada se dice con la app cerrada.',
  states: {
    OFF: 'La ubicación está desactivada',
    REFUSED: 'La ubicación no está permitida',
    SWITCHED_OFF: 'La ubicación de este dispositivo está apagada',
    SEARCHING: 'Buscando su ubicación',
    NO_FIX: 'Aún no hay ubicación',
  },
  hints: {
    REFUSED: 'Puede guardar sin ella, o permitirla en los ajustes de este dispositivo.',
    SWITCHED_OFF: 'Puede guardar sin ella, o encenderla en los ajustes de este dispositivo.',
    NO_FIX: 'Puede guardar sin ella.',
  },
  within: (accuracy) => `Ubicación activada, con un margen de ${accuracy}`,
  far: (distance) => `Está a ${distance} de este pozo. ¿Es el correcto?`,
  coarse: {
    FIX: (accuracy) => `Por ahora con un margen de ${accuracy}. Mejora mientras escribe.`,
    TYPED: (accuracy) => `Con un margen de ${accuracy}. Cuatro decimales son más exactos.`,
  },
  away: (distance) => `a ${distance}`,
  nearestFirst: 'El pozo más cercano va primero',

  type: 'Escribir la ubicación',
  measure: 'No escribirla',
  typed: 'Ubicación',
  typedHint: 'Latitud y longitud, como las muestra su mapa',
  notAPosition: 'Escriba latitud y longitud, por ejemplo 31.8457, -102.3676',

  directions: 'Cómo llegar',
  directionsTo: (well) => `Cómo llegar a ${well}`,
  noMaps: 'Ninguna app de este dispositivo muestra el camino',
};
