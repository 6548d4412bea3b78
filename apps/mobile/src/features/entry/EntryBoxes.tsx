import {
  factsOf,
  PRODUCTION_VALUE_NAMES,
  productOf,
  VOLUME_FIELDS,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import {
  comparedVolume,
  errorOfBox,
  isNumber,
  shownVolume,
  textOf,
  useObserved,
  useWords,
  varianceNote,
  type DayVolumes,
  type KnownDay,
} from '@wellpulse/forms';
import type { ReactNode } from 'react';
import type { TextInput } from 'react-native';
import { ProductMark } from '../../components/ProductMark.tsx';
import { TextBox } from '../../components/TextBox.tsx';
import { useSession } from '../../lib/session.tsx';

export interface EntryBoxesProps {
  readonly known: KnownDay;
  /** The volumes of the day before; null for no record. */
  readonly previous: DayVolumes | null;
  /** What a month's total says of the day, until somebody types what was read off. */
  readonly estimate: DayVolumes | null;
  readonly today: string;
  /** Where the person stands: between numbers and texts. */
  readonly place: ReactNode;
  readonly refOf: (field: ProductionValueName) => (input: TextInput | null) => void;
  /** The person goes on to the box of a field. */
  readonly onGo: (field: ProductionValueName) => void;
  /** The person typed: what was going to be saved is not what stands there now. */
  readonly onTyped: () => void;
  /** The person has left the last number. */
  readonly onDone: () => void;
}

/** Numbers before texts, as the catalogue has them. */
const NUMBERS = PRODUCTION_VALUE_NAMES.filter(isNumber);
const TEXTS = PRODUCTION_VALUE_NAMES.filter((field) => !isNumber(field));
const LAST_VOLUME = NUMBERS.filter((field) => productOf(field) !== undefined).at(-1);

/** The boxes of a reading, each with what was read the day before. */
export function EntryBoxes(props: EntryBoxesProps) {
  const { known, previous, estimate, today, place: placeNote, refOf, onGo, onTyped, onDone } = props;
  const words = useWords();
  const { desk, company } = useSession();
  const draft = useObserved(desk, () => desk.draft(known), null);
  const phase = useObserved(desk, () => desk.phase(known), null);
  const text = textOf(known, draft);
  const dayBefore = words.formatDayRelative(addDays(known.date, -1), today);
  const boxOf = (field: ProductionValueName) => ({
    ref: refOf(field),
    value: text[field],
    error: errorOfBox(words, phase, field),
    onChangeText: (typed: string) => {
      desk.type(known, { [field]: typed });
      onTyped();
    },
    onBlur: () => {
      desk.leave(known, field, { words });
    },
  });
  return (
    <>
      {NUMBERS.map((field, place) => {
        const product = productOf(field);
        const unit = factsOf('production', field)?.unit ?? '';
        const after = NUMBERS[place + 1];
        // What comes behind the volumes is rarely measured: Enter saves there.
        const isEnd = field === LAST_VOLUME || after === undefined;
        const keys = {
          inputMode: 'decimal',
          autoComplete: 'off',
          autoCorrect: false,
          selectTextOnFocus: true,
          submitBehavior: 'submit',
          returnKeyType: isEnd ? 'done' : 'next',
          onSubmitEditing: () => {
            if (isEnd) onDone();
            else onGo(after);
          },
        } as const;
        if (product === undefined) {
          return (
            <TextBox
              key={field}
              {...boxOf(field)}
              {...keys}
              label={words.fieldLabel('production', field)}
              isOptional
              unit={unit}
            />
          );
        }
        const volume = VOLUME_FIELDS[product];
        return (
          <TextBox
            key={field}
            {...boxOf(field)}
            {...keys}
            label={words.productNames[product]}
            mark={<ProductMark product={product} />}
            unit={unit}
            aside={`${dayBefore} ${previous === null ? words.formTexts.notEntered : shownVolume(words, previous, volume)}`}
            warning={
              varianceNote(
                words,
                text[volume],
                comparedVolume(previous, volume),
                product,
                company.varianceThresholdPercent,
              ) ?? undefined
            }
            placeholder={
              estimate === null || estimate[volume] === null
                ? words.controlTexts.notMeasured
                : shownVolume(words, estimate, volume)
            }
          />
        );
      })}
      {placeNote}
      {TEXTS.map((field) => (
        <TextBox
          key={field}
          {...boxOf(field)}
          multiline
          label={words.fieldLabel('production', field)}
          isOptional
        />
      ))}
    </>
  );
}
