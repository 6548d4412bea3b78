'use client';

import {
  factsOf,
  PRODUCTION_VALUE_NAMES,
  productOf,
  PRODUCTS,
  VOLUME_FIELDS,
  type FieldError,
  type ProductionEntry,
} from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { DateField } from '../../components/inputs/DateField.tsx';
import { Field } from '../../components/inputs/Field.tsx';
import { Kbd } from '../../components/display/Kbd.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { TextArea } from '../../components/inputs/TextArea.tsx';
import { cx } from '../../lib/cx.ts';
import { useWords } from '../../lib/words-context.tsx';
import { PhotoPicker, type PhotoPickerProps } from '../../photos/PhotoPicker.tsx';
import { FormAlert } from '../FormAlert.tsx';
import { useFirstInvalid } from '../use-first-invalid.ts';
import { useTextForm } from '../use-text-form.ts';
import { emptyEntry, type EntryText } from './entry-text.ts';
import { comparedVolume, isNumber, parseEntry, varianceNote, type DayVolumes } from './rules.ts';
import { VolumeInput } from './VolumeInput.tsx';

export interface ProductionEntryFormProps {
  /** The tenant's today, `YYYY-MM-DD`: the default and the latest day. */
  today: string;
  /** The record of the day before the chosen one; null when there is none. */
  previous: DayVolumes | null;
  /** The estimate in whose place the entry comes. */
  estimate?: DayVolumes | null;
  /** Beyond this change in percent a volume is remarked on, never refused. */
  thresholdPercent: number;
  onSubmit: (entry: ProductionEntry) => void;
  /** Given with `onDraftChange`: the host keeps what is typed, so that nothing is lost with the page. */
  draft?: EntryText;
  /** Called at every change; also tells the host which day is chosen, to load the day before it. */
  onDraftChange?: (draft: EntryText) => void;
  /** What a new form starts with where the host keeps no draft. */
  initial?: EntryText;
  /** The server's errors by field: `oilVolume`, `productionDate`, … */
  fieldErrors?: readonly FieldError[];
  /** What is wrong with the whole, in words; shown above the buttons. */
  formError?: ReactNode;
  saving?: boolean;
  onCancel?: () => void;
  submitLabel?: string;
  /** A record's day never changes: for corrections. */
  dayLocked?: boolean;
  autoFocus?: boolean;
  /** Left out where no photos can be given. */
  photos?: PhotoPickerProps;
  /** Shown above the buttons, such as what saving waits for. */
  status?: ReactNode;
  /** Large targets, one column: for phones and gloves. */
  size?: 'office' | 'field';
}

const NO_ERRORS: readonly FieldError[] = [];

const TEXTS = PRODUCTION_VALUE_NAMES.filter((field) => !isNumber(field));
const OTHER_NUMBERS = PRODUCTION_VALUE_NAMES.filter(
  (field) => isNumber(field) && productOf(field) === undefined,
);

/**
 * One day of one well. Keyboard: Tab through the fields, Ctrl or Cmd with Enter saves from anywhere.
 *
 * @example
 * <ProductionEntryForm today={today} previous={previous} thresholdPercent={20} onSubmit={save} />
 */
export function ProductionEntryForm(props: ProductionEntryFormProps) {
  const words = useWords();
  const { formTexts, controlTexts, fieldLabel, formatDay, formatDayRelative } = words;
  const { today, previous, thresholdPercent, saving = false, size = 'office', dayLocked = false } = props;
  const [ownDraft, setOwnDraft] = useState(props.initial ?? emptyEntry(today));
  const draft = props.draft ?? ownDraft;
  const fieldErrors = props.fieldErrors ?? NO_ERRORS;
  const { change, leave, errorOf, submit, refusals } = useTextForm({
    draft,
    onDraftChange: (next) => {
      setOwnDraft(next);
      props.onDraftChange?.(next);
    },
    parse: (text) => {
      const parsed = parseEntry(words, text, today);
      return parsed.ok ? { ok: true, value: parsed.entry } : parsed;
    },
    fieldErrors,
    onSubmit: props.onSubmit,
  });
  const form = useFirstInvalid(refusals, fieldErrors);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || saving) return;
    event.preventDefault();
    submit();
  };
  const dayBefore = draft.productionDate === '' ? null : addDays(draft.productionDate, -1);
  const previousLabel = dayBefore === null ? formTexts.dayBefore : formatDayRelative(dayBefore, today);

  return (
    <form
      ref={form}
      noValidate
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!saving) submit();
      }}
      className={cx('flex flex-col', size === 'field' ? 'gap-5' : 'gap-4')}
    >
      <Field
        label={fieldLabel('production', 'productionDate')}
        required
        error={errorOf('productionDate')}
        aside={draft.productionDate === '' ? undefined : formatDay(draft.productionDate)}
        className={size === 'office' ? 'max-w-56' : ''}
      >
        <DateField
          value={draft.productionDate}
          max={today}
          disabled={dayLocked}
          onValueChange={(day) => {
            change('productionDate', day);
          }}
        />
      </Field>
      <div className={cx('grid grid-cols-1', size === 'field' ? 'gap-5' : 'gap-4 sm:grid-cols-3')}>
        {PRODUCTS.map((product, position) => {
          const field = VOLUME_FIELDS[product];
          return (
            <VolumeInput
              key={product}
              product={product}
              text={draft[field]}
              onTextChange={(text) => {
                change(field, text);
              }}
              onBlur={() => {
                leave(field);
              }}
              error={errorOf(field)}
              warning={varianceNote(
                words,
                draft[field],
                comparedVolume(previous, field),
                product,
                thresholdPercent,
              )}
              previous={previous}
              estimate={props.estimate ?? null}
              previousLabel={previousLabel}
              autoFocus={props.autoFocus === true && position === 0}
            />
          );
        })}
      </div>
      {OTHER_NUMBERS.map((field) => (
        <Field
          key={field}
          label={fieldLabel('production', field)}
          aside={controlTexts.optional}
          error={errorOf(field)}
        >
          <NumberField
            value={draft[field]}
            onValueChange={(text) => {
              change(field, text);
            }}
            onBlur={() => {
              leave(field);
            }}
            unit={factsOf('production', field)?.unit}
            placeholder={controlTexts.notMeasured}
          />
        </Field>
      ))}
      {TEXTS.map((field) => (
        <Field
          key={field}
          label={fieldLabel('production', field)}
          aside={controlTexts.optional}
          error={errorOf(field)}
        >
          <TextArea
            value={draft[field]}
            onChange={(event) => {
              change(field, event.target.value);
            }}
          />
        </Field>
      ))}
      {props.photos !== undefined && <PhotoPicker {...props.photos} />}
      {props.formError !== undefined && <FormAlert>{props.formError}</FormAlert>}
      {props.status}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {size === 'office' && (
          <span className="mr-auto hidden items-center gap-1 text-xs text-ink-subtle sm:flex">
            <Kbd>Ctrl</Kbd>
            <Kbd>Enter</Kbd> {formTexts.keysSave}
          </span>
        )}
        {props.onCancel !== undefined && (
          <Button size={size === 'field' ? 'field' : 'md'} onClick={props.onCancel}>
            {controlTexts.cancel}
          </Button>
        )}
        <Button
          type="submit"
          variant="primary"
          size={size === 'field' ? 'field' : 'md'}
          loading={saving}
          onMouseDown={(event) => {
            // The box that loses the focus may say what is wrong, which would push the button from under the pointer.
            event.preventDefault();
          }}
          className={size === 'field' ? 'grow' : ''}
        >
          {props.submitLabel ?? formTexts.saveEntry}
        </Button>
      </div>
    </form>
  );
}
