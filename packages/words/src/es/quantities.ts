import type { quantities as english } from '../en/quantities.ts';
import { counted } from '../lib/decimal.ts';

export const quantities: typeof english = {
  productNames: { OIL: 'Petróleo', GAS: 'Gas', WATER: 'Agua' },
  bytes: (value) => counted(value, 'byte', 'bytes'),
  feet: (text) => `${text} ${text === '1' ? 'pie' : 'pies'}`,
  miles: (text) => `${text} ${text === '1' ? 'milla' : 'millas'}`,
  // A thousand millions have no short name.
  compactSuffixes: ['', ' k', ' M'],
  place: (distance, accuracy) =>
    `${distance === null ? 'No se conoce la distancia al pozo' : `A ${distance} del pozo`}, con un margen de ${accuracy}`,
  beyondGeofence: (limit) => `A más de ${limit}`,
};
