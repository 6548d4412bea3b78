'use client';

import { factsOf, productOf, VOLUME_FIELDS, type Product } from '@wellpulse/contracts';
import { assessVariance } from '@wellpulse/domain';
import {
  comparedVolume,
  isNumber,
  shownVolume,
  varianceNote,
  volumeOrNull,
  type DayVolumes,
} from '@wellpulse/forms';
import { cx } from '../../lib/cx.ts';
import { Input } from '../../components/inputs/Input.tsx';
import { NumberField } from '../../components/inputs/NumberField.tsx';
import { useWords } from '../../lib/words-context.tsx';
import { NO_VALUE, UNITS, type Words } from '@wellpulse/words';
import { useId, type KeyboardEvent } from 'react';
import { cellMark, type SheetField } from './sheet-focus.ts';

interface BoxProps {
  readonly wellName: string;
  readonly row: number;
  readonly text: string;
  readonly isInvalid: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
}

interface Known {
  /** From which change on a volume is pointed at, in percent. */
  readonly varianceThresholdPercent: number;
  /** The volumes of the day before; null for no record. */
  readonly previous: DayVolumes | null;
  /** What a month's total says of the day, until somebody types what was read off. */
  readonly estimate: DayVolumes | null;
  /** Whether its volume is asked about. */
  readonly isAsked: boolean;
}

export interface SheetBoxProps extends BoxProps, Known {
  readonly field: SheetField;
}

/** The box of a field: of a volume with the day before in it, or under it where there is no room. */
export function SheetBox({
  field,
  varianceThresholdPercent,
  previous,
  estimate,
  isAsked,
  ...box
}: SheetBoxProps) {
  const product = productOf(field);
  if (product !== undefined)
    return (
      <VolumeBox {...box} {...{ varianceThresholdPercent, previous, estimate, isAsked }} product={product} />
    );
  return isNumber(field) ? <NumberBox {...box} field={field} /> : <TextBox {...box} field={field} />;
}

function VolumeBox({
  product,
  varianceThresholdPercent,
  previous,
  estimate,
  isAsked,
  ...box
}: BoxProps & Known & { readonly product: Product }) {
  const words = useWords();
  const { daySheetTexts } = words;
  const noteId = useId();
  const field = VOLUME_FIELDS[product];
  const compared = comparedVolume(previous, field);
  const note = varianceNote(words, box.text, compared, product, varianceThresholdPercent);
  const before = previous === null ? words.formTexts.notEntered : shownVolume(words, previous, field);
  const change = note === null ? null : changeOf(words, box.text, compared, product);
  return (
    <div className="relative flex min-w-0 flex-col gap-0.5">
      <span aria-hidden className="text-2xs text-ink-muted md:hidden">
        {words.productNames[product]}, {UNITS[product]}
      </span>
      <NumberField
        aria-label={`${words.productNames[product]}, ${box.wellName}`}
        aria-describedby={noteId}
        data-asked={isAsked || undefined}
        value={box.text}
        placeholder={estimate === null ? undefined : shownVolume(words, estimate, field)}
        invalid={box.isInvalid}
        warning={(note !== null || isAsked) && !box.isInvalid}
        enterKeyHint="next"
        onValueChange={box.onChange}
        onBlur={box.onBlur}
        onKeyDown={box.onKeyDown}
        onFocus={(event) => {
          event.target.select();
        }}
        {...cellMark(box.row, field)}
      />
      <span
        id={noteId}
        title={note ?? undefined}
        className={cx(
          'num pointer-events-none truncate text-2xs max-md:text-right',
          'md:absolute md:inset-y-0 md:left-2 md:flex md:max-w-[45%] md:items-center',
          note === null ? 'text-ink-subtle' : 'text-attention',
        )}
      >
        {change !== null && <span className="font-medium">{change}</span>}
        <span className={change === null ? undefined : 'md:sr-only'}>
          <span className="sr-only">, {daySheetTexts.dayBefore} </span>
          <span aria-hidden className="md:hidden">
            {change === null ? '' : ' '}
            {daySheetTexts.before}{' '}
          </span>
          {previous === null ? <Missing text={before} /> : before}
        </span>
      </span>
    </div>
  );
}

/** "not entered" has no room in a box. */
const Missing = ({ text }: { text: string }) => <span className="md:sr-only">{text}</span>;

/** "−57 %", "stopped" or "resumed". */
function changeOf(words: Words, text: string, previous: number | null, product: Product): string {
  const variance = assessVariance(volumeOrNull(text, product), previous, 0);
  return variance === null ? NO_VALUE : words.formatAlertChange(variance);
}

interface FieldBoxProps extends BoxProps {
  readonly field: SheetField;
}

function NumberBox({ field, ...box }: FieldBoxProps) {
  const words = useWords();
  const label = words.fieldLabel('production', field);
  return (
    <div className="flex min-w-0 flex-col gap-0.5">
      <span aria-hidden className="text-2xs text-ink-muted md:hidden">
        {label}, {factsOf('production', field)?.unit}
      </span>
      <NumberField
        aria-label={`${label}, ${box.wellName}`}
        value={box.text}
        invalid={box.isInvalid}
        enterKeyHint="next"
        onValueChange={box.onChange}
        onBlur={box.onBlur}
        onKeyDown={box.onKeyDown}
        onFocus={(event) => {
          event.target.select();
        }}
        {...cellMark(box.row, field)}
      />
    </div>
  );
}

function TextBox({ field, ...box }: FieldBoxProps) {
  const words = useWords();
  const label = words.fieldLabel('production', field);
  return (
    <div className="max-md:col-span-full">
      <Input
        aria-label={`${label}, ${box.wellName}`}
        placeholder={label}
        autoComplete="off"
        maxLength={factsOf('production', field)?.maxLength}
        value={box.text}
        enterKeyHint="next"
        onChange={(event) => {
          box.onChange(event.target.value);
        }}
        onKeyDown={box.onKeyDown}
        {...cellMark(box.row, field)}
      />
    </div>
  );
}
