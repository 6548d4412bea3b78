/** Every broken variant, by the name that `--variant` takes. The simulation has to notice each. */
import type { Wiring } from '../world/wiring.ts';
import { DEVICE_VARIANTS } from './device-variants.ts';
import { HARMLESS_SERVERS, SERVER_VARIANTS } from './server-variants.ts';

export const VARIANTS = { ...DEVICE_VARIANTS, ...SERVER_VARIANTS };
export type VariantName = keyof typeof VARIANTS;

export const variantOf = (name: string): Wiring | undefined =>
  Object.entries({ ...VARIANTS, ...HARMLESS_SERVERS }).find(([known]) => known === name)?.[1];
