'use client';

import type { Product } from '@wellpulse/contracts';
import { UNITS } from '@wellpulse/words';
import { Field } from '../../components/inputs/Field.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { ProductMark } from '../../components/display/ProductMark.tsx';
import { useWords } from '../../lib/words-context.tsx';

export interface VolumeInputProps {
  product: Product;
  /** As typed. */
  text: string;
  onTextChange: (text: string) => void;
  onBlur?: () => void;
  error: string | undefined;
  warning: string | null;
  /** The volume of the day before: null is "not measured", undefined is "no record". */
  previous: number | null | undefined;
  previousLabel: string;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** One product's volume, with the day before beside it. */
export function VolumeInput(props: VolumeInputProps) {
  const { formatVolume, controlTexts, formTexts } = useWords();
  const { product, text, onTextChange, error, warning, previous, previousLabel, autoFocus, disabled } = props;
  return (
    <Field
      label={<ProductMark product={product} />}
      aside={
        <span className="num">
          {previousLabel} {previous === undefined ? formTexts.notEntered : formatVolume(previous)}
        </span>
      }
      error={error}
      warning={warning}
    >
      <NumberField
        value={text}
        onValueChange={onTextChange}
        onBlur={props.onBlur}
        unit={UNITS[product]}
        warning={warning !== null && error === undefined}
        autoFocus={autoFocus}
        disabled={disabled}
        placeholder={controlTexts.notMeasured}
      />
    </Field>
  );
}
