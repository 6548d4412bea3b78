import type { Product } from '@wellpulse/contracts';
import { counted } from '../lib/decimal.ts';

const productNames: Readonly<Record<Product, string>> = { OIL: 'Oil', GAS: 'Gas', WATER: 'Water' };

export const quantities = {
  productNames,
  /** Below a kilobyte. */
  bytes: (value: number) => counted(value, 'byte', 'bytes'),
  feet: (text: string) => `${text} ft`,
  miles: (text: string) => `${text} ${text === '1' ? 'mile' : 'miles'}`,
  /** What stands behind a number in thousands, millions and so on, on an axis. */
  compactSuffixes: ['', 'K', 'M', 'B', 'T'],
  /** Where an entry was made; `distance` is null where the well has no position. */
  place: (distance: string | null, accuracy: string) =>
    `${distance === null ? 'Distance from the well not known' : `${distance} from the well`}, within ${accuracy}`,
  beyondGeofence: (limit: string) => `Over ${limit} away`,
};
