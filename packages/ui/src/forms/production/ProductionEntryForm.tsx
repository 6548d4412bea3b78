'use client';

import {
  factsOf,
  PRODUCTION_VALUE_NAMES,
  productOf,
  PRODUCTS,
  VOLUME_FIELDS,
  type ProductionValueName,
} from '@wellpulse/contracts';
import { addDays } from '@wellpulse/domain';
import {
  comparedVolume,
  errorOfBox,
  isNumber,
  phaseSentence,
  textOf,
  useObserved,
  useWhenKnown,
  varianceNote,
  type DayVolumes,
  type DeskSituation,
  type EntryDesk,
  type KnownDay,
  type Submitted,
} from '@wellpulse/forms';
import { useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Button } from '../../components/buttons/Button.tsx';
import { DateField } from '../../components/inputs/DateField.tsx';
import { Field } from '../../components/inputs/Field.tsx';
import { Kbd } from '../../components/display/Kbd.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { TextArea } from '../../components/inputs/TextArea.tsx';
import { cx } from '../../lib/cx.ts';
import { swallowHeldEnter } from '../../lib/held-enter.ts';
import { useWords } from '../../lib/words-context.tsx';
import { PhotoPicker, type PhotoPickerProps } from '../../photos/PhotoPicker.tsx';
import { FormAlert } from '../FormAlert.tsx';
import { QuestionNote } from './QuestionNote.tsx';
import { VolumeInput } from './VolumeInput.tsx';

export interface ProductionEntryFormProps<Photo> {
  /** Keeps what is typed, and saves it. */
  desk: EntryDesk<Photo>;
  /** The chosen day. Its date is empty while a part of it is being typed. */
  day: KnownDay;
  today: string;
  /** The record of the day before the chosen one; null when there is none. */
  previous: DayVolumes | null;
  /** The estimate in whose place the entry comes. */
  estimate?: DayVolumes | null;
  /** Beyond this change in percent a volume is remarked on, never refused. */
  thresholdPercent: number;
  onDateChange: (date: string) => void;
  /** Somebody typed in a box. */
  onTyped?: () => void;
  /** Saves it. Answers with the box where the person has to look; null if it is on its way. */
  onSave: (situation: DeskSituation) => Submitted['staysAt'];
  /** More than the desk knows of, such as photos on their way. */
  saving?: boolean;
  /** What was measured before is still being read: saving waits for it, or nothing would be asked about. */
  isReading?: boolean;
  onCancel?: () => void;
  submitLabel?: string;
  /** A record's day never changes: for corrections. */
  dayLocked?: boolean;
  autoFocus?: boolean;
  /** Left out where no photos can be given. */
  photos?: PhotoPickerProps;
  /** Shown above the buttons, such as what saving waits for. */
  status?: ReactNode;
  /** Large targets, and the buttons always in sight: for gloves, on small screens. */
  size?: 'office' | 'field';
}

const TEXTS = PRODUCTION_VALUE_NAMES.filter((field) => !isNumber(field));
const OTHER_NUMBERS = PRODUCTION_VALUE_NAMES.filter(
  (field) => isNumber(field) && productOf(field) === undefined,
);

/**
 * One day of one well. Keyboard: Tab through the fields, Ctrl or Cmd with Enter saves from anywhere.
 *
 * @example
 * <ProductionEntryForm desk={desk} day={day} today={today} previous={previous} thresholdPercent={20} {...host} />
 */
export function ProductionEntryForm<Photo>(props: ProductionEntryFormProps<Photo>) {
  const words = useWords();
  const { formTexts, controlTexts, fieldLabel, formatDay, formatDayRelative, readingWords } = words;
  const { desk, day, today, previous, thresholdPercent, size = 'office', dayLocked = false } = props;
  const form = useRef<HTMLFormElement>(null);
  const draft = useObserved(desk, () => desk.draft(day), null);
  const phase = useObserved(desk, () => desk.phase(day), null);
  const text = textOf(day, draft);
  const questions = phase?.kind === 'ASKED' ? phase.questions : [];
  const errorOf = (field: string) => errorOfBox(words, phase, field);
  const boxOf = (field: ProductionValueName) => ({
    onText: (typed: string) => {
      props.onTyped?.();
      desk.type(day, { [field]: typed });
    },
    onBlur: () => {
      desk.leave(day, field, { words });
    },
  });

  const saving = phase?.kind === 'SAVING' || props.saving === true;
  const [submit, isWaiting] = useWhenKnown(props.isReading !== true, () => {
    if (saving) return;
    const staysAt = props.onSave({ words, today });
    if (staysAt !== null) form.current?.querySelector<HTMLElement>(`[name="${staysAt}"]`)?.focus();
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    submit();
  };
  const dayBefore = day.date === '' ? null : addDays(day.date, -1);
  const previousLabel = dayBefore === null ? formTexts.dayBefore : formatDayRelative(dayBefore, today);
  // What concerns a box is said at the box.
  const problem = phase?.kind === 'REFUSED' && phase.errors.length === 0 ? phase : null;

  return (
    <form
      ref={form}
      noValidate
      onKeyDownCapture={swallowHeldEnter}
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className={cx('flex flex-col', size === 'field' ? 'gap-5' : 'gap-4')}
    >
      <Field
        label={fieldLabel('production', 'productionDate')}
        required
        error={errorOf('productionDate')}
        aside={day.date === '' ? undefined : formatDay(day.date)}
        className={size === 'office' ? 'max-w-56' : ''}
      >
        <DateField
          name="productionDate"
          value={day.date}
          max={today}
          disabled={dayLocked}
          onValueChange={props.onDateChange}
        />
      </Field>
      <div className={cx('grid grid-cols-1 sm:grid-cols-3', size === 'field' ? 'gap-5' : 'gap-4')}>
        {PRODUCTS.map((product, position) => {
          const field = VOLUME_FIELDS[product];
          const { onText, onBlur } = boxOf(field);
          return (
            <VolumeInput
              key={product}
              product={product}
              text={text[field]}
              onTextChange={onText}
              onBlur={onBlur}
              error={errorOf(field)}
              warning={varianceNote(
                words,
                text[field],
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
            name={field}
            value={text[field]}
            onValueChange={boxOf(field).onText}
            onBlur={boxOf(field).onBlur}
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
            name={field}
            value={text[field]}
            onChange={(event) => {
              boxOf(field).onText(event.target.value);
            }}
          />
        </Field>
      ))}
      {props.photos !== undefined && <PhotoPicker {...props.photos} />}
      {problem !== null && <FormAlert>{phaseSentence(words, problem, false)}</FormAlert>}
      <div
        className={cx(
          'flex flex-col',
          size === 'field'
            ? 'sticky bottom-0 z-10 gap-5 border-t border-line bg-canvas py-5 low:static'
            : 'gap-4',
        )}
      >
        {questions.map((question) => (
          <QuestionNote
            key={question.field}
            question={question}
            isToday={day.date === today}
            onTake={boxOf(question.field).onText}
          />
        ))}
        {props.status}
        <div className={cx('flex flex-wrap items-center justify-end', size === 'field' ? 'gap-5' : 'gap-2')}>
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
            loading={saving || isWaiting}
            onMouseDown={(event) => {
              // The box that loses the focus may say what is wrong, which would push the button from under the pointer.
              event.preventDefault();
            }}
            className={size === 'field' ? 'grow' : ''}
          >
            {questions.length > 0 ? readingWords.keep : (props.submitLabel ?? formTexts.saveEntry)}
          </Button>
        </div>
      </div>
    </form>
  );
}
