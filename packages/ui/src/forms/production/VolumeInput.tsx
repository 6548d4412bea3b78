'use client';

import { VOLUME_FIELDS, type Product } from '@wellpulse/contracts';
import { shownVolume, type DayVolumes } from '@wellpulse/forms';
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
  /** The volumes of the day before; null for no record. */
  previous: DayVolumes | null;
  /** What a month's total says of the day, until somebody types what was read off. */
  estimate: DayVolumes | null;
  previousLabel: string;
  autoFocus?: boolean;
  disabled?: boolean;
}

/** One product's volume, with the day before beside it. */
export function VolumeInput(props: VolumeInputProps) {
  const words = useWords();
  const { controlTexts, formTexts } = words;
  const { product, text, onTextChange, error, warning, previous, estimate, previousLabel } = props;
  const field = VOLUME_FIELDS[product];
  return (
    <Field
      label={<ProductMark product={product} />}
      aside={
        <span className="num">
          {previousLabel} {previous === null ? formTexts.notEntered : shownVolume(words, previous, field)}
        </span>
      }
      error={error}
      warning={warning}
    >
      <NumberField
        name={field}
        value={text}
        onValueChange={onTextChange}
        onBlur={props.onBlur}
        unit={UNITS[product]}
        warning={warning !== null && error === undefined}
        autoFocus={props.autoFocus}
        disabled={props.disabled}
        placeholder={
          estimate === null || estimate[field] === null
            ? controlTexts.notMeasured
            : shownVolume(words, estimate, field)
        }
      />
    </Field>
  );
}
