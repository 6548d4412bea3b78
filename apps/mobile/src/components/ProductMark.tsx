import type { Product } from '@wellpulse/contracts';
import type { ColourName } from '@wellpulse/tokens';
import { Icon } from './Icon.tsx';
import type { IconName } from './icon-shapes.ts';

const MARKS: Readonly<Record<Product, { readonly name: IconName; readonly colour: ColourName }>> = {
  OIL: { name: 'oil', colour: 'oil' },
  GAS: { name: 'gas', colour: 'gas' },
  WATER: { name: 'water', colour: 'water' },
};

/** A product's sign in its colour, beside its name. */
export const ProductMark = ({ product }: { readonly product: Product }) => (
  <Icon {...MARKS[product]} size={22} />
);
