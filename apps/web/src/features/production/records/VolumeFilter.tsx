'use client';

import { PRODUCTS, type Product } from '@wellpulse/contracts';
import { NumberField } from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { OptionFilter } from '../../../components/filters/OptionFilter.tsx';
import { words } from '../../../lib/language.ts';

export interface VolumeBounds {
  /** Null: any volume. */
  readonly volume: Product | null;
  /** As typed; empty for no bound. */
  readonly min: string;
  readonly max: string;
}

export interface VolumeFilterProps {
  readonly bounds: VolumeBounds;
  readonly onBoundsChange: (change: Partial<VolumeBounds>) => void;
}

/** Days on which a product was at least or at most so much. */
export function VolumeFilter({ bounds: { volume, min, max }, onBoundsChange }: VolumeFilterProps) {
  return (
    <>
      <OptionFilter<Product>
        label="Volume"
        all="Any volume"
        options={words.productNames}
        value={volume}
        onValueChange={(chosen) => {
          onBoundsChange({ volume: chosen, ...(chosen === null ? { min: '', max: '' } : {}) });
        }}
      />
      {PRODUCTS.filter((product) => product === volume).map((product) => (
        <span key={product} className="flex items-center gap-2">
          <Bound
            label={`${words.productNames[product]}, at least`}
            placeholder="From"
            unit={UNITS[product]}
            value={min}
            onValueChange={(text) => {
              onBoundsChange({ min: text });
            }}
          />
          <Bound
            label={`${words.productNames[product]}, at most`}
            placeholder="To"
            unit={UNITS[product]}
            value={max}
            onValueChange={(text) => {
              onBoundsChange({ max: text });
            }}
          />
        </span>
      ))}
    </>
  );
}

interface BoundProps {
  readonly label: string;
  readonly placeholder: string;
  readonly unit: string;
  readonly value: string;
  readonly onValueChange: (text: string) => void;
}

const Bound = ({ label, ...field }: BoundProps) => (
  <NumberField aria-label={label} className="w-32" {...field} />
);
