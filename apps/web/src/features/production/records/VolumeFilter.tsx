'use client';

import { PRODUCTS, type Product } from '@wellpulse/contracts';
import { NumberField, useWords } from '@wellpulse/ui';
import { UNITS } from '@wellpulse/words';
import { OptionFilter } from '../../../components/filters/OptionFilter.tsx';
import { useKeptText } from '../../../components/filters/use-kept-text.ts';

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
  const words = useWords();
  const { productionTexts } = words;
  return (
    <>
      <OptionFilter<Product>
        label={productionTexts.volume}
        all={productionTexts.anyVolume}
        options={words.productNames}
        value={volume}
        onValueChange={(chosen) => {
          onBoundsChange({ volume: chosen, ...(chosen === null ? { min: '', max: '' } : {}) });
        }}
      />
      {PRODUCTS.filter((product) => product === volume).map((product) => (
        <span key={product} className="flex items-center gap-2">
          <Bound
            label={productionTexts.atLeast(words.productNames[product])}
            placeholder={productionTexts.from}
            unit={UNITS[product]}
            value={min}
            onValueChange={(text) => {
              onBoundsChange({ min: text });
            }}
          />
          <Bound
            label={productionTexts.atMost(words.productNames[product])}
            placeholder={productionTexts.to}
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

function Bound({ label, value, onValueChange, ...field }: BoundProps) {
  const text = useKeptText(value, onValueChange);
  return <NumberField aria-label={label} className="w-32" {...field} {...text} />;
}
